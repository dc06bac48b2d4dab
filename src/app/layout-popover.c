/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/layout-popover.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "engine/layout.h"

struct _LsnLayoutPopover
{
  GtkPopover       parent_instance;

  GtkToggleButton *all;
  GtkToggleButton *selected;
  GtkToggleButton *fresh;      /* actors without a place */
  GtkListBox      *engines;

  LsnDocument     *document;
};

G_DEFINE_FINAL_TYPE (LsnLayoutPopover, lsn_layout_popover, GTK_TYPE_POPOVER)

/* A wait as a person would say it. */
static char *
wait_in_words (double seconds)
{
  guint n;

  if (seconds < 60.0)
    {
      n = (guint) MAX (seconds + 0.5, 1);
      /* Translators: how long a layout will take; stands on a line of its own, below what the layout does */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Takes about %u second for this map.",
                                           "Takes about %u seconds for this map.", n), n);
    }
  if (seconds < 3600.0)
    {
      n = (guint) (seconds / 60.0 + 0.5);
      /* Translators: how long a layout will take */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Takes about %u minute for this map.",
                                           "Takes about %u minutes for this map.", n), n);
    }
  if (seconds < 24.0 * 3600.0)
    {
      n = (guint) (seconds / 3600.0 + 0.5);
      /* Translators: how long a layout will take */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Takes about %u hour for this map.",
                                           "Takes about %u hours for this map.", n), n);
    }
  /* Translators: how long a layout will take */
  return g_strdup (_("Takes more than a day for this map."));
}

static char *
subtitle_of (const LsnEngineInfo *engine,
             guint                n_actors,
             guint                n_ties)
{
  const char *description = lsn_engine_description (engine);
  g_autofree char *patience = NULL;

  if (n_actors <= engine->comfortable)
    return g_strdup (description);
  patience = wait_in_words (lsn_engine_expected_time (engine, n_actors, n_ties));
  return g_strdup_printf ("%s\n%s", description, patience);
}

static void
append_engine (LsnLayoutPopover    *popover,
               const LsnEngineInfo *engine,
               gboolean             is_default)
{
  LsnMap *map = lsn_document_get_map (popover->document);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = subtitle_of (engine, lsn_map_n_rows (map, LSN_TABLE_ACTORS),
                                           lsn_map_n_rows (map, LSN_TABLE_TIES));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lsn_engine_label (engine));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (is_default)
    {
      GtkWidget *mark = gtk_label_new (_("Suits this map"));

      gtk_widget_add_css_class (mark, "caption");
      gtk_widget_add_css_class (mark, "accent");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "engine", (gpointer) engine->id);
  gtk_list_box_append (popover->engines, row);
}

/* Whether there is an actor that a layout of what is new would put somewhere. */
static gboolean
has_new (LsnMap *map)
{
  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    if (!lsn_map_is_container (map, actor) && (isnan (lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X)) ||
                                               isnan (lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y))))
      return TRUE;
  return FALSE;
}

/* What there is nothing to lay out of cannot be chosen, and says why. */
static void
show_scope (LsnLayoutPopover *popover,
            GtkToggleButton  *scope,
            gboolean          any,
            const char       *meaning,
            const char       *reason)
{
  gtk_widget_set_sensitive (GTK_WIDGET (scope), any);
  gtk_widget_set_tooltip_text (GTK_WIDGET (scope), any ? meaning : reason);
  if (!any && gtk_toggle_button_get_active (scope))
    gtk_toggle_button_set_active (popover->all, TRUE);
}

static void
fill (LsnLayoutPopover *popover)
{
  LsnMap *map = lsn_document_get_map (popover->document);
  guint n_engines;
  const LsnEngineInfo *engines = lsn_engine_catalog (&n_engines);
  const char *best = lsn_layout_default_engine (map);
  GtkListBoxRow *row;
  gboolean any = lsn_selection_n_rows (lsn_document_get_selection (popover->document), LSN_TABLE_ACTORS) > 0;

  while ((row = gtk_list_box_get_row_at_index (popover->engines, 0)) != NULL)
    gtk_list_box_remove (popover->engines, GTK_WIDGET (row));
  for (guint i = 0; i < n_engines; i++)
    append_engine (popover, &engines[i], g_strcmp0 (engines[i].id, best) == 0);
  show_scope (popover, popover->selected, any, _("Only the selected actors move"), _("No actor is selected"));
  show_scope (popover, popover->fresh, has_new (map), _("Only actors that have no place yet"),
              _("Every actor has a place already"));
}

static void
lsn_layout_popover_map (GtkWidget *widget)
{
  LsnLayoutPopover *popover = LSN_LAYOUT_POPOVER (widget);

  if (popover->document != NULL)
    fill (popover);
  GTK_WIDGET_CLASS (lsn_layout_popover_parent_class)->map (widget);
}

static void
on_row_activated (GtkListBox       *list,
                  GtkListBoxRow    *row,
                  LsnLayoutPopover *popover)
{
  const char *engine = g_object_get_data (G_OBJECT (row), "engine");

  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action (GTK_WIDGET (popover), "win.layout", "s", engine);
}

static void
lsn_layout_popover_dispose (GObject *object)
{
  g_clear_object (&LSN_LAYOUT_POPOVER (object)->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), LSN_TYPE_LAYOUT_POPOVER);
  G_OBJECT_CLASS (lsn_layout_popover_parent_class)->dispose (object);
}

static void
lsn_layout_popover_class_init (LsnLayoutPopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_layout_popover_dispose;
  widget_class->map = lsn_layout_popover_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/layout-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnLayoutPopover, all);
  gtk_widget_class_bind_template_child (widget_class, LsnLayoutPopover, selected);
  gtk_widget_class_bind_template_child (widget_class, LsnLayoutPopover, fresh);
  gtk_widget_class_bind_template_child (widget_class, LsnLayoutPopover, engines);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
lsn_layout_popover_init (LsnLayoutPopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}

GtkWidget *
lsn_layout_popover_new (void)
{
  return g_object_new (LSN_TYPE_LAYOUT_POPOVER, NULL);
}

/**
 * lsn_layout_popover_set_document:
 * @document: (nullable) (transfer none): what will be laid out
 */
void
lsn_layout_popover_set_document (LsnLayoutPopover *popover,
                                 LsnDocument      *document)
{
  g_return_if_fail (LSN_IS_LAYOUT_POPOVER (popover));

  g_set_object (&popover->document, document);
}

/**
 * lsn_layout_popover_get_scope:
 *
 * Returns: which actors may move
 */
LsnLayoutScope
lsn_layout_popover_get_scope (LsnLayoutPopover *popover)
{
  g_return_val_if_fail (LSN_IS_LAYOUT_POPOVER (popover), LSN_LAYOUT_ALL);

  if (gtk_toggle_button_get_active (popover->selected))
    return LSN_LAYOUT_SELECTED;
  return gtk_toggle_button_get_active (popover->fresh) ? LSN_LAYOUT_NEW : LSN_LAYOUT_ALL;
}
