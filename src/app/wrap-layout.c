/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/wrap-layout.h"

#define GAP_ACROSS 12
#define GAP_DOWN   6

struct _LsnWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LsnWrapLayout, lsn_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The next child that is laid out, from @child on. */
static GtkWidget *
shown_from (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
next_of (GtkWidget *child)
{
  return shown_from (gtk_widget_get_next_sibling (child));
}

/* As wide as it wants to be, or else as there is room. */
static int
width_of (GtkWidget *child,
          int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static int
height_of (GtkWidget *child,
           int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The row that begins with @first: its height, and the first child of the next. */
static GtkWidget *
measure_row (GtkWidget *first,
             int        width,
             int       *used,
             int       *height)
{
  GtkWidget *child = first;

  *used = *height = 0;
  while (child != NULL)
    {
      int child_width = width_of (child, width);

      if (child != first && *used + GAP_ACROSS + child_width > width)
        break;
      *used += child_width + (child != first ? GAP_ACROSS : 0);
      *height = MAX (*height, height_of (child, child_width));
      child = next_of (child);
    }
  return child;
}

static int
measure_rows (GtkWidget *widget,
              int        width)
{
  GtkWidget *child = shown_from (gtk_widget_get_first_child (widget));
  int used, height, all = 0;

  while (child != NULL)
    {
      child = measure_row (child, width, &used, &height);
      all += height + (child != NULL ? GAP_DOWN : 0);
    }
  return all;
}

static GtkSizeRequestMode
lsn_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lsn_wrap_layout_measure (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = shown_from (gtk_widget_get_first_child (widget)); child != NULL; child = next_of (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? GAP_ACROSS : 0);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_rows (widget, for_size >= 0 ? MAX (for_size, *minimum) : *natural);
}

static void
lsn_wrap_layout_allocate (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = shown_from (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      int used, row_height, x = 0;
      GtkWidget *end = measure_row (child, width, &used, &row_height);

      for (; child != end; child = next_of (child))
        {
          int child_width = width_of (child, width);

          if (gtk_widget_get_halign (child) == GTK_ALIGN_END)
            x += MAX (width - used, 0);
          gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - child_width : x, y, child_width,
                                                              row_height }, -1);
          x += child_width + GAP_ACROSS;
        }
      y += row_height + GAP_DOWN;
    }
}

static void
lsn_wrap_layout_class_init (LsnWrapLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  layout_class->get_request_mode = lsn_wrap_layout_get_request_mode;
  layout_class->measure = lsn_wrap_layout_measure;
  layout_class->allocate = lsn_wrap_layout_allocate;
}

static void
lsn_wrap_layout_init (LsnWrapLayout *layout)
{
}
