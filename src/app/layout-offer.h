/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/layout-popover.h"
#include "canvas/canvas.h"
#include "engine/layout.h"

G_BEGIN_DECLS

/* The bar of a layout that is offered: what it would change, in words; how it is made, to be asked for otherwise; and whether to
 * take it. Signals: "wish-changed" (): another layout is wanted; "accepted" (), "dropped" (). */

#define LSN_TYPE_LAYOUT_OFFER (lsn_layout_offer_get_type ())
G_DECLARE_FINAL_TYPE (LsnLayoutOffer, lsn_layout_offer, LSN, LAYOUT_OFFER, GtkWidget)

/* What is asked for. */
typedef struct
{
  const char    *engine;   /* id, of the catalogue */
  LsnLayoutScope scope;
  gboolean       has_limit;
  double         limit;    /* nobody is moved further, in map units */
} LsnLayoutWish;

void          lsn_layout_offer_open     (LsnLayoutOffer *offer);
void          lsn_layout_offer_close    (LsnLayoutOffer *offer);
gboolean      lsn_layout_offer_is_open  (LsnLayoutOffer *offer);
void          lsn_layout_offer_set_wish (LsnLayoutOffer      *offer,
                                         const LsnLayoutWish *wish);
LsnLayoutWish lsn_layout_offer_get_wish (LsnLayoutOffer *offer);
void          lsn_layout_offer_show     (LsnLayoutOffer          *offer,
                                         const LsnLayoutMeasures *measures);

const LsnAccel *lsn_layout_offer_accels (guint *n_accels);
gboolean        lsn_layout_offer_take_key (LsnLayoutOffer *offer,
                                           guint           keyval,
                                           GdkModifierType state);

G_END_DECLS
