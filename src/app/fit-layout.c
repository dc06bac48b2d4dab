/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/fit-layout.h"

#define SPACING 2

struct _LsnFitLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (LsnFitLayout, lsn_fit_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
width_of (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
is_chosen (GtkWidget *child)
{
  return (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_CHECKED) != 0;
}

static void
measure_row (GtkWidget *widget,
             int       *minimum,
             int       *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int width = width_of (child);

      *natural += width + (*natural > 0 ? SPACING : 0);
      if (is_chosen (child))
        *minimum = width;
    }
}

static void
lsn_fit_layout_measure (GtkLayoutManager *layout,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_row (widget, minimum, natural);
      return;
    }
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* Decides which children are shown in @width. Returns what is left over for each of them. */
static int
choose_children (GtkWidget *widget,
                 int        width)
{
  gboolean full = FALSE;
  int reserved = 0;
  int used = 0;
  int n_shown = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_chosen (child))
      reserved = width_of (child) + SPACING;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width = width_of (child);

      if (is_chosen (child))
        reserved = 0;
      full = full || used + child_width + reserved > width;
      gtk_widget_set_child_visible (child, is_chosen (child) || !full);
      if (!gtk_widget_get_child_visible (child))
        continue;
      used += child_width + SPACING;
      n_shown++;
    }
  return n_shown > 0 ? MAX ((width - used + SPACING) / n_shown, 0) : 0;
}

static void
lsn_fit_layout_allocate (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int extra = choose_children (widget, width);
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width = width_of (child) + extra;

      if (!gtk_widget_get_child_visible (child))
        continue;
      gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - child_width : x, 0, child_width, height },
                                -1);
      x += child_width + SPACING;
    }
}

static void
lsn_fit_layout_class_init (LsnFitLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  layout_class->measure = lsn_fit_layout_measure;
  layout_class->allocate = lsn_fit_layout_allocate;
}

static void
lsn_fit_layout_init (LsnFitLayout *layout)
{
}
