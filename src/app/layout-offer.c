/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/layout-offer.h"

#include <glib/gi18n-lib.h>

#include "app/template.h"
#include "app/wrap-layout.h"

struct _LsnLayoutOffer
{
  GtkWidget       parent_instance;

  GtkLabel       *words;
  GtkDropDown    *scope;    /* its items are in the order of LsnLayoutScope */
  GtkDropDown    *engine;   /* its items are those of the catalogue */
  GtkCheckButton *limited;
  GtkSpinButton  *limit;
  GtkWidget      *drop;
  GtkWidget      *accept;

  gboolean        is_setting;  /* not the user changes the wish */
};

enum { WISH_CHANGED, ACCEPTED, DROPPED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LsnLayoutOffer, lsn_layout_offer, GTK_TYPE_WIDGET)

/* ---- keys ---- */

#define OFFER NC_("shortcut group", "While a layout is offered")

enum { ACCEPT, DROP };

static const LsnAccel accels[] = {
  [ACCEPT] = { "offer.accept", { "Return", "KP_Enter" }, NULL, NC_("shortcut", "Take the layout"), OFFER },
  [DROP] = { "offer.drop", { "Escape" }, NULL, NC_("shortcut", "Leave everybody in place"), OFFER },
};

/**
 * lsn_layout_offer_accels:
 * @n_accels: (out): how many there are
 *
 * Returns: (array length=n_accels) (transfer none): the keys that mean something while a layout is offered
 */
const LsnAccel *
lsn_layout_offer_accels (guint *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

static void
on_accept (LsnLayoutOffer *offer)
{
  if (gtk_widget_get_sensitive (offer->accept))
    g_signal_emit (offer, signals[ACCEPTED], 0);
}

static void
on_drop (LsnLayoutOffer *offer)
{
  g_signal_emit (offer, signals[DROPPED], 0);
}

/**
 * lsn_layout_offer_take_key:
 * @keyval: what was pressed, here or on the map
 *
 * Returns: whether the key meant something for the offer
 */
gboolean
lsn_layout_offer_take_key (LsnLayoutOffer *offer,
                           guint           keyval,
                           GdkModifierType state)
{
  g_return_val_if_fail (LSN_IS_LAYOUT_OFFER (offer), FALSE);

  if (!lsn_layout_offer_is_open (offer))
    return FALSE;
  switch (lsn_accels_find (accels, G_N_ELEMENTS (accels), keyval, state))
    {
    case ACCEPT:
      on_accept (offer);
      return TRUE;

    case DROP:
      on_drop (offer);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        LsnLayoutOffer        *offer)
{
  return lsn_layout_offer_take_key (offer, keyval, state) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* A distance that has just been typed is looked at before anything is taken. */
static void
on_limit_entered (GtkText        *text,
                  LsnLayoutOffer *offer)
{
  gtk_spin_button_update (offer->limit);
  gtk_widget_grab_focus (offer->accept);
}

/* ---- the wish ---- */

static void
on_wish_changed (LsnLayoutOffer *offer)
{
  if (!offer->is_setting)
    g_signal_emit (offer, signals[WISH_CHANGED], 0);
}

static void
on_limited_toggled (LsnLayoutOffer *offer)
{
  gboolean limited = gtk_check_button_get_active (offer->limited);

  gtk_widget_set_sensitive (GTK_WIDGET (offer->limit), limited);
  /* The distance is what comes next. */
  if (limited && !offer->is_setting)
    gtk_widget_grab_focus (GTK_WIDGET (offer->limit));
  on_wish_changed (offer);
}

static void
fill_engines (LsnLayoutOffer *offer)
{
  guint n_engines;
  const LsnEngineInfo *engines = lsn_engine_catalog (&n_engines);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_engines; i++)
    gtk_string_list_append (labels, lsn_engine_label (&engines[i]));
  gtk_drop_down_set_model (offer->engine, G_LIST_MODEL (labels));
}

/* ---- what it says ---- */

static void
add_sentence (GPtrArray *sentences,
              char      *sentence)
{
  g_ptr_array_add (sentences, sentence);
}

static void
say_moved (GPtrArray               *sentences,
           const LsnLayoutMeasures *measures)
{
  if (measures->n_moved > 0)
    add_sentence (sentences,
                  /* Translators: distances are in units of the map; the last two numbers are the mean and the largest distance */
                  g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "%u actor would move, by %.0f on average and %.0f at most.",
                                                "%u actors would move, by %.0f on average and %.0f at most.",
                                                measures->n_moved),
                                   measures->n_moved, measures->mean_shift, measures->max_shift));
  if (measures->n_placed > 0)
    add_sentence (sentences, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor would get its first place.",
                                                           "%u actors would get their first place.",
                                                           measures->n_placed), measures->n_placed));
  if (sentences->len == 0)
    add_sentence (sentences, g_strdup (_("Nobody would move.")));
}

static char *
describe (const LsnLayoutMeasures *measures)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  say_moved (sentences, measures);
  /* Translators: how many ties cross another one now, and how many would */
  add_sentence (sentences, g_strdup_printf (_("Crossings: %u before, %u after."), measures->crossings_before,
                                            measures->crossings_after));
  /* Translators: how many actors or names lie over another one now, and how many would */
  add_sentence (sentences, g_strdup_printf (_("Overlaps: %u before, %u after."), measures->overlaps_before,
                                            measures->overlaps_after));
  if (measures->strangers_before > 0 || measures->strangers_after > 0)
    /* Translators: how many actors stand in the frame of a container that they are not in, and how many would */
    add_sentence (sentences, g_strdup_printf (_("In frames of others: %u before, %u after."), measures->strangers_before,
                                              measures->strangers_after));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* ---- the widget ---- */

static void
lsn_layout_offer_dispose (GObject *object)
{
  lsn_template_dispose (GTK_WIDGET (object), LSN_TYPE_LAYOUT_OFFER);
  G_OBJECT_CLASS (lsn_layout_offer_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, LSN_TYPE_LAYOUT_OFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lsn_layout_offer_class_init (LsnLayoutOfferClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_layout_offer_dispose;
  signals[WISH_CHANGED] = new_signal ("wish-changed");
  signals[ACCEPTED] = new_signal ("accepted");
  signals[DROPPED] = new_signal ("dropped");

  g_type_ensure (LSN_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/layout-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnLayoutOffer, words);
  gtk_widget_class_bind_template_child (widget_class, LsnLayoutOffer, scope);
  gtk_widget_class_bind_template_child (widget_class, LsnLayoutOffer, engine);
  gtk_widget_class_bind_template_child (widget_class, LsnLayoutOffer, limited);
  gtk_widget_class_bind_template_child (widget_class, LsnLayoutOffer, limit);
  gtk_widget_class_bind_template_child (widget_class, LsnLayoutOffer, drop);
  gtk_widget_class_bind_template_child (widget_class, LsnLayoutOffer, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_wish_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_limited_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_drop);
}

/* Of a list that opens and of a number, what is inside has the keyboard, and no name of its own. */
static void
name_inside (GtkWidget  *widget,
             const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
lsn_layout_offer_init (LsnLayoutOffer *offer)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEditable *text;

  offer->is_setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (offer));
  fill_engines (offer);
  offer->is_setting = FALSE;
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), offer);
  gtk_widget_add_controller (GTK_WIDGET (offer), keys);
  text = gtk_editable_get_delegate (GTK_EDITABLE (offer->limit));
  g_signal_connect (text, "activate", G_CALLBACK (on_limit_entered), offer);
  name_inside (GTK_WIDGET (text), _("Nothing moves further than so many units of the map"));
  name_inside (gtk_widget_get_first_child (GTK_WIDGET (offer->scope)), _("What to lay out"));
  name_inside (gtk_widget_get_first_child (GTK_WIDGET (offer->engine)), _("Layout"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (offer->accept), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, offer->words, NULL,
                                  -1);
}

/**
 * lsn_layout_offer_open:
 *
 * Shows the bar. The next Enter accepts, unless something is being typed elsewhere.
 */
void
lsn_layout_offer_open (LsnLayoutOffer *offer)
{
  GtkWidget *focus;

  g_return_if_fail (LSN_IS_LAYOUT_OFFER (offer));

  gtk_widget_set_visible (GTK_WIDGET (offer), TRUE);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (offer)));
  if (focus == NULL || !(GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)))
    gtk_widget_grab_focus (offer->accept);
}

/**
 * lsn_layout_offer_close:
 *
 * Hides the bar.
 */
void
lsn_layout_offer_close (LsnLayoutOffer *offer)
{
  g_return_if_fail (LSN_IS_LAYOUT_OFFER (offer));

  gtk_widget_set_visible (GTK_WIDGET (offer), FALSE);
}

/**
 * lsn_layout_offer_is_open:
 *
 * Returns: whether the bar is shown
 */
gboolean
lsn_layout_offer_is_open (LsnLayoutOffer *offer)
{
  g_return_val_if_fail (LSN_IS_LAYOUT_OFFER (offer), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (offer));
}

/**
 * lsn_layout_offer_set_wish:
 * @wish: what is asked for from now on
 *
 * Says nothing to others.
 */
void
lsn_layout_offer_set_wish (LsnLayoutOffer      *offer,
                           const LsnLayoutWish *wish)
{
  guint n_engines;
  const LsnEngineInfo *engines = lsn_engine_catalog (&n_engines);

  g_return_if_fail (LSN_IS_LAYOUT_OFFER (offer));

  offer->is_setting = TRUE;
  for (guint i = 0; i < n_engines; i++)
    if (g_str_equal (engines[i].id, wish->engine))
      gtk_drop_down_set_selected (offer->engine, i);
  gtk_drop_down_set_selected (offer->scope, wish->scope);
  gtk_check_button_set_active (offer->limited, wish->has_limit);
  if (wish->has_limit)
    gtk_spin_button_set_value (offer->limit, wish->limit);
  offer->is_setting = FALSE;
}

/**
 * lsn_layout_offer_get_wish:
 *
 * Returns: what is asked for; its engine is borrowed from the catalogue
 */
LsnLayoutWish
lsn_layout_offer_get_wish (LsnLayoutOffer *offer)
{
  guint n_engines;
  const LsnEngineInfo *engines = lsn_engine_catalog (&n_engines);
  guint engine = gtk_drop_down_get_selected (offer->engine);

  return (LsnLayoutWish) {
           .engine = engines[MIN (engine, n_engines - 1)].id,
           .scope = (LsnLayoutScope) MIN (gtk_drop_down_get_selected (offer->scope), LSN_LAYOUT_NEW),
           .has_limit = gtk_check_button_get_active (offer->limited),
           .limit = gtk_spin_button_get_value (offer->limit),
  };
}

/**
 * lsn_layout_offer_show:
 * @measures: (nullable): what the layout would do; %NULL when there is none, as nobody is selected
 *
 * Says it.
 */
void
lsn_layout_offer_show (LsnLayoutOffer          *offer,
                       const LsnLayoutMeasures *measures)
{
  g_autofree char *words = measures != NULL ? describe (measures) : g_strdup (_("Select the actors to lay out first"));

  g_return_if_fail (LSN_IS_LAYOUT_OFFER (offer));

  gtk_label_set_text (offer->words, words);
  if (measures == NULL && gtk_widget_has_focus (offer->accept))
    gtk_widget_grab_focus (offer->drop);
  gtk_widget_set_sensitive (offer->accept, measures != NULL);
}
