/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/connect-popover.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/canvas.h"
#include "canvas/map-edits.h"
#include "canvas/suggestion-list.h"
#include "model/entry-line.h"
#include "model/quick-entry.h"
#include "model/report.h"

#define CONNECTING NC_("shortcut group", "While connecting")

#define WIDTH_CHARS 28
#define N_OFFERED   6
#define N_DIGITS    9 /* keys for the kinds of the palette */
#define SOMEBODY    "\356\200\200" /* U+E000, which no name holds: stands for the actors that ties come from */

struct _LsnConnectPopover
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *kind_label;
  GtkWidget *list;
  GtkWidget *said;

  LsnMap    *map;      /* weak: the toolkit may keep a popover for a while that nobody sees any more */
  GArray    *sources;
  GArray    *palette;
  LsnRow     kind;     /* of the next ties */
};

enum { CONNECT, CONNECT_LINE, KIND, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LsnConnectPopover, lsn_connect_popover, GTK_TYPE_POPOVER)

/* ---- what was typed ---- */

typedef struct
{
  gboolean is_line; /* an arrow of the quick entry, and what follows it */
  char    *name;    /* the last that is typed; NULL when there is none yet */
  char    *kind;    /* in words */
  LsnRow   row;     /* the kind; LSN_NO_ROW for a new one */
} Typed;

static void
clear_typed (Typed *typed)
{
  g_free (typed->name);
  g_free (typed->kind);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, clear_typed)

static gboolean
begins_arrow (const char *text)
{
  static const char *const arrows[] = { "-", "<", "\342\206\220", "\342\206\222", "\342\206\224" };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (g_str_has_prefix (text, arrows[i]))
      return TRUE;
  return FALSE;
}

static const LsnRow *
palette_of (LsnConnectPopover *self)
{
  return (const LsnRow *) (gpointer) self->palette->data;
}

/* What follows the actors that ties come from, read as the quick entry does. */
static void
read_line (LsnConnectPopover *self,
           const char        *text,
           Typed             *typed)
{
  g_autofree char *line = g_strconcat (SOMEBODY " ", text, NULL);
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (LsnQuickEntry) entry = lsn_quick_entry_parse (self->map, line, palette_of (self), self->palette->len, report);
  g_autoptr (LsnEntryLine) said = lsn_entry_line_parse (line, line, 1, report);

  typed->is_line = TRUE;
  if (said == NULL || said->names->len < 2 || lsn_quick_entry_n_ties (entry) == 0)
    return;

  typed->name = g_strdup (lsn_entry_line_name (said, said->names->len - 1));
  if (lsn_quick_entry_tie (entry, 0)->kind_name != NULL)
    {
      typed->row = lsn_quick_entry_tie (entry, 0)->kind;
      typed->kind = g_strdup (lsn_quick_entry_tie (entry, 0)->kind_name);
    }
}

static void
read_text (LsnConnectPopover *self,
           Typed             *typed)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  *typed = (Typed) { .row = self->kind };
  while (g_ascii_isspace (*text))
    text++;
  if (begins_arrow (text))
    read_line (self, text, typed);
  else
    {
      if (*text >= '1' && *text <= '9' && text[1] == ' ' && (guint) (*text - '1') < self->palette->len)
        {
          typed->row = palette_of (self)[*text - '1'];
          text += 2;
        }
      typed->name = g_strstrip (g_strdup (text));
    }
  if (typed->row != LSN_NO_ROW)
    {
      g_free (typed->kind);
      typed->kind = g_strdup (lsn_kind_name (self->map, typed->row));
    }
}

/* ---- what is offered ---- */

static void
show_kind (LsnConnectPopover *self,
           const Typed       *typed)
{
  g_autofree char *words = NULL;
  int              number = 0;

  for (guint i = 0; i < self->palette->len; i++)
    if (palette_of (self)[i] == typed->row)
      number = (int) i + 1;
  if (typed->row == LSN_NO_ROW)
    /* Translators: %s is what was typed for a kind of ties that is not there yet */
    words = g_strdup_printf (_("New kind of tie: %s"), typed->kind != NULL ? typed->kind : "");
  else if (number > 0)
    /* Translators: %s is the kind that the next tie gets, %d the digit by which it is chosen */
    words = g_strdup_printf (_("%s (Alt+%d)"), typed->kind, number);
  else
    words = g_strdup (typed->kind);
  gtk_label_set_text (GTK_LABEL (self->kind_label), words);
}

/* Whoever fits from the beginning of a word is meant, unless the keyboard says otherwise; else somebody new. */
static void
update (LsnConnectPopover *self)
{
  g_auto (Typed) typed = { 0 };
  GPtrArray *suggestions;
  int        place = 0;

  if (self->map == NULL)
    return;
  read_text (self, &typed);
  show_kind (self, &typed);
  suggestions = lsn_suggest_actors (self->map, typed.name != NULL ? typed.name : "",
                                    (const LsnRow *) (gpointer) self->sources->data, self->sources->len, N_OFFERED);
  lsn_suggest_add_new (suggestions, typed.name != NULL ? typed.name : "");
  if (suggestions->len > 1 && ((LsnSuggestion *) suggestions->pdata[0])->fit > LSN_NAME_FIT_WORD)
    place = (int) suggestions->len - 1;
  if (suggestions->len == 0)
    place = -1;
  lsn_suggestion_list_set (LSN_SUGGESTION_LIST (self->list), suggestions);
  lsn_suggestion_list_choose (LSN_SUGGESTION_LIST (self->list), place);
  gtk_widget_set_visible (self->list, place >= 0);
}

static void
take (LsnConnectPopover *self)
{
  const LsnSuggestion *chosen = lsn_suggestion_list_get_chosen (LSN_SUGGESTION_LIST (self->list));
  g_auto (Typed) typed = { 0 };
  LsnRow actor;

  if (self->map == NULL)
    return;
  read_text (self, &typed);
  if (chosen == NULL || typed.name == NULL)
    return;

  actor = chosen->actor;
  if (typed.is_line)
    {
      g_autofree char *line = g_strconcat (SOMEBODY " ", gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL);

      g_signal_emit (self, signals[CONNECT_LINE], 0, line, actor);
    }
  else
    g_signal_emit (self, signals[CONNECT], 0, actor, typed.name, typed.row);
}

/**
 * lsn_connect_popover_say:
 * @words: translated: what has been done; the entry is empty for the next one
 */
void
lsn_connect_popover_say (LsnConnectPopover *self,
                         const char        *words)
{
  g_return_if_fail (LSN_IS_CONNECT_POPOVER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_label_set_text (GTK_LABEL (self->said), words);
  gtk_widget_set_visible (self->said, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/**
 * lsn_connect_popover_get_sources:
 * @n_sources: (out): how many there are
 *
 * Returns: (array length=n_sources) (transfer none): the actors that the ties come from
 */
const LsnRow *
lsn_connect_popover_get_sources (LsnConnectPopover *self,
                                 guint             *n_sources)
{
  g_return_val_if_fail (LSN_IS_CONNECT_POPOVER (self), NULL);

  *n_sources = self->sources->len;
  return (const LsnRow *) (gpointer) self->sources->data;
}

/* ---- keys ---- */

/* The digits first, so that their place says which. */
static const LsnAccel accels[] = {
  { "connect.kind(1)", { "<Alt>1", "<Alt>KP_1" }, "<Alt>1...9",
    NC_("shortcut", "Kind of the next ties"), CONNECTING },
  { "connect.kind(2)", { "<Alt>2", "<Alt>KP_2" }, NULL, NULL, CONNECTING },
  { "connect.kind(3)", { "<Alt>3", "<Alt>KP_3" }, NULL, NULL, CONNECTING },
  { "connect.kind(4)", { "<Alt>4", "<Alt>KP_4" }, NULL, NULL, CONNECTING },
  { "connect.kind(5)", { "<Alt>5", "<Alt>KP_5" }, NULL, NULL, CONNECTING },
  { "connect.kind(6)", { "<Alt>6", "<Alt>KP_6" }, NULL, NULL, CONNECTING },
  { "connect.kind(7)", { "<Alt>7", "<Alt>KP_7" }, NULL, NULL, CONNECTING },
  { "connect.kind(8)", { "<Alt>8", "<Alt>KP_8" }, NULL, NULL, CONNECTING },
  { "connect.kind(9)", { "<Alt>9", "<Alt>KP_9" }, NULL, NULL, CONNECTING },
  { "connect.take", { "Return", "KP_Enter", "ISO_Enter" }, "Return", NC_("shortcut", "Connect, and ask for the next one"),
    CONNECTING },
  { "connect.choose", { "Down", "Up", "KP_Down", "KP_Up" }, "Down Up",
    NC_("shortcut", "Choose whom to connect to"), CONNECTING },
  { "connect.close", { "Escape" }, NULL, NC_("shortcut", "Done"), CONNECTING },
};

/**
 * lsn_connect_accels:
 * @n_accels: (out): how many there are
 *
 * Returns: (array length=n_accels) (transfer none): the keys of the popover
 */
const LsnAccel *
lsn_connect_accels (guint *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

static void
set_kind (LsnConnectPopover *self,
          guint              number)
{
  if (number == 0 || number > self->palette->len)
    return;

  self->kind = palette_of (self)[number - 1];
  g_signal_emit (self, signals[KIND], 0, self->kind);
  update (self);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   LsnConnectPopover     *self)
{
  int place = lsn_accels_find (accels, G_N_ELEMENTS (accels), keyval, state);

  if (place >= 0 && place < N_DIGITS)
    {
      set_kind (self, (guint) place + 1);
      return GDK_EVENT_STOP;
    }
  return place >= 0 && lsn_suggestion_list_handle_key (LSN_SUGGESTION_LIST (self->list), keyval, FALSE);
}

/* ---- setting up ---- */

static void
lsn_connect_popover_dispose (GObject *object)
{
  LsnConnectPopover *self = LSN_CONNECT_POPOVER (object);

  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_weak_pointer (&self->map);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->palette, g_array_unref);

  G_OBJECT_CLASS (lsn_connect_popover_parent_class)->dispose (object);
}

static void
lsn_connect_popover_class_init (LsnConnectPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lsn_connect_popover_dispose;

  /**
   * LsnConnectPopover::connect:
   * @actor: whom to tie to; %LSN_NO_ROW for somebody new
   * @name: what was typed
   * @kind: of the tie
   */
  signals[CONNECT] = g_signal_new ("connect", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                   G_TYPE_UINT, G_TYPE_STRING, G_TYPE_UINT);
  /**
   * LsnConnectPopover::connect-line:
   * @line: of the quick entry; its first name stands for the actors that the ties come from
   * @last: whom its last name means; %LSN_NO_ROW for somebody new
   */
  signals[CONNECT_LINE] = g_signal_new ("connect-line", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  /**
   * LsnConnectPopover::kind:
   * @kind: of the next ties
   */
  signals[KIND] = g_signal_new ("kind", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_UINT);
}

static GtkWidget *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
lsn_connect_popover_init (LsnConnectPopover *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Connect to…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Connect to…"), -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  self->kind_label = append_label (box, "caption");
  self->list = lsn_suggestion_list_new (self->entry);
  gtk_box_append (GTK_BOX (box), self->list);
  self->said = append_label (box, "dim-label");
  gtk_widget_set_visible (self->said, FALSE);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (take), self);
  g_signal_connect_swapped (self->list, "taken", G_CALLBACK (take), self);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * lsn_connect_popover_new:
 * @map: (transfer none): whose actors
 * @sources: (transfer none) (element-type LsnRow): the actors that the ties come from
 * @kind: that the next ties get
 *
 * Returns: (transfer floating): a popover that has no parent yet
 */
GtkWidget *
lsn_connect_popover_new (LsnMap *map,
                         GArray *sources,
                         LsnRow  kind)
{
  LsnConnectPopover *self = g_object_new (LSN_TYPE_CONNECT_POPOVER, NULL);

  g_set_weak_pointer (&self->map, map);
  self->sources = g_array_ref (sources);
  self->palette = lsn_edits_palette (map);
  self->kind = kind;
  update (self);
  return GTK_WIDGET (self);
}
