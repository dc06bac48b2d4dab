/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/builtin-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order in which lists and the legend show them. Lines together with arrowheads differ for every kind of tie, so
 * that a picture can be read without colours; every colour stands at least 3:1 against white paper. */

#define YES TRUE
#define NO FALSE

#define ACTOR(id_, name_, broader_, shape_, symbol_, colour_, meaning_) \
  { .id = id_, .name = name_, .of_tie = FALSE, .broader = broader_, .shape = shape_, .symbol = symbol_, \
    .colour = colour_, .meaning = meaning_ }

#define TIE(id_, name_, broader_, line_, colour_, sign_, directed_, carries_, presses_, commands_, meaning_, phrase_) \
  { .id = id_, .name = name_, .of_tie = TRUE, .broader = broader_, .line = line_, .colour = colour_, \
    .sign = sign_, .directed = directed_, .carries = carries_, .presses = presses_, .commands = commands_, \
    .meaning = meaning_, .phrase = phrase_ }

#define ACTOR_HEAD(id_, name_, shape_, symbol_, colour_, meaning_) \
  { .id = id_, .name = name_, .of_tie = FALSE, .is_head = TRUE, .shape = shape_, .symbol = symbol_, \
    .colour = colour_, .meaning = meaning_ }

/* A head that is directed may look as a kind below it does. */
#define TIE_HEAD(id_, name_, line_, colour_, sign_, directed_, carries_, meaning_, phrase_) \
  { .id = id_, .name = name_, .of_tie = TRUE, .is_head = TRUE, .line = line_, .colour = colour_, .sign = sign_, \
    .directed = directed_, .carries = carries_, .presses = NO, .commands = NO, .meaning = meaning_, .phrase = phrase_ }

static const LsnBuiltinKind kinds[] = {
  ACTOR ("state", NC_("kind", "State"), "authority", "disc", "flag", "#3566a8",
         NC_("kind meaning", "A country, as the world deals with it.")),
  ACTOR ("government-body", NC_("kind", "Government body"), "state", "disc", "columns", "#4f78b5",
         NC_("kind meaning", "A part of a state: a government, a ministry, a service, a negotiating team.")),
  ACTOR ("armed-group", NC_("kind", "Armed group"), "organisation", "disc", "shield", "#8a5a2b",
         NC_("kind meaning", "An organisation that fights and is no state, or its military or political wing.")),
  ACTOR ("intergovernmental-organisation", NC_("kind", "Intergovernmental organisation"), "organisation", "disc", "globe",
         "#1f8a80", NC_("kind meaning", "An organisation whose members are states.")),
  /* Translators: non-governmental organisation */
  ACTOR ("ngo", NC_("kind", "NGO"), "organisation", "disc", "heart", "#4f8a2b",
         NC_("kind meaning", "An organisation that is independent of states and does not work for profit.")),
  ACTOR ("company", NC_("kind", "Company"), "organisation", "disc", "building", "#0e7490",
         NC_("kind meaning", "An organisation that works for profit.")),
  ACTOR ("media", NC_("kind", "Media"), "organisation", "disc", "megaphone", "#6e56a6",
         NC_("kind meaning", "Those who report: newspapers, broadcasters, agencies, networks.")),
  ACTOR ("public", NC_("kind", "Public"), "people", "disc", "crowd", "#6b7680",
         NC_("kind meaning", "The people of a place and what they think.")),
  ACTOR ("community", NC_("kind", "Community"), "public", "disc", "houses", "#a3506b",
         NC_("kind meaning", "People who belong together: by place, faith, origin or work.")),
  ACTOR ("families", NC_("kind", "Families"), "community", "disc", "family", "#b06f14",
         NC_("kind meaning", "Those who are related to the people whom it is about.")),
  ACTOR ("captives", NC_("kind", "Captives"), "people", "disc", "bars", "#7b2d52",
         NC_("kind meaning", "People who are held against their will.")),
  ACTOR ("person", NC_("kind", "Person"), "people", "disc", "person", "#3f4a55",
         NC_("kind meaning", "One human being, who acts in a role of his or her own.")),
  /* Translators: a question that is disputed; not an actor, but drawn as one */
  ACTOR ("issue", NC_("kind", "Issue"), "matter", "square", "question", "#596673",
         NC_("kind meaning", "What it is about: a matter that actors want, dispute or trade.")),

  TIE ("alliance", NC_("kind", "Alliance"), "cooperation", "double", "#3566a8", 1, NO, YES, NO, NO,
       NC_("kind meaning", "Both stand by each other, by treaty or by long habit."),
       /* Translators: the next sentences say who has which tie to whom; they are followed by details */
       NC_("tie phrase", "%1$s is allied with %2$s")),
  TIE ("cooperation", NC_("kind", "Cooperation"), "good-terms", "solid", "#5f6a74", 1, NO, YES, NO, NO,
       NC_("kind meaning", "Both work together."),
       NC_("tie phrase", "%1$s cooperates with %2$s")),
  TIE ("support", NC_("kind", "Support"), "cooperation", "solid", "#5f6a74", 1, YES, YES, NO, NO,
       NC_("kind meaning", "The source helps the target."),
       NC_("tie phrase", "%1$s supports %2$s")),
  TIE ("funds-or-arms", NC_("kind", "Funds or arms"), "support", "double", "#8a5a2b", 1, YES, YES, NO, NO,
       NC_("kind meaning", "The source gives the target money or weapons."),
       NC_("tie phrase", "%1$s funds or arms %2$s")),
  TIE ("influence", NC_("kind", "Influence"), "power-over", "thin", "#5f6a74", 0, YES, YES, YES, NO,
       NC_("kind meaning", "What the source says or does matters to the target."),
       NC_("tie phrase", "%1$s influences %2$s")),
  TIE ("pressure", NC_("kind", "Pressure"), "influence", "thick", "#b06f14", 0, YES, NO, YES, NO,
       NC_("kind meaning", "The source makes it costly for the target not to do what it wants."),
       NC_("tie phrase", "%1$s presses %2$s")),
  TIE ("threat", NC_("kind", "Threat"), "pressure", "wavy", "#a33a2c", -1, YES, NO, YES, NO,
       NC_("kind meaning", "The source says what harm it will do to the target unless it gives way."),
       NC_("tie phrase", "%1$s threatens %2$s")),
  TIE ("commands", NC_("kind", "Commands"), "influence", "dash-dotted", "#3f6fb0", 0, YES, YES, NO, YES,
       NC_("kind meaning", "The source can give the target orders."),
       NC_("tie phrase", "%1$s commands %2$s")),
  TIE ("negotiation", NC_("kind", "Negotiation"), "contact", "thick", "#1f2933", 0, NO, YES, NO, NO,
       NC_("kind meaning", "Both bargain with each other."),
       NC_("tie phrase", "%1$s negotiates with %2$s")),
  TIE ("mediation", NC_("kind", "Mediation"), "negotiation", "dash-dotted", "#1f8a80", 0, NO, YES, NO, NO,
       NC_("kind meaning", "The source carries proposals to and from the target for another party."),
       NC_("tie phrase", "%1$s mediates with %2$s")),
  TIE ("accepts-as-mediator", NC_("kind", "Accepts as mediator"), "stance", "ringed", "#1f8a80", 1, YES, NO, NO, NO,
       NC_("kind meaning", "The source would let the target mediate."),
       NC_("tie phrase", "%1$s accepts %2$s as mediator")),
  TIE ("refuses-as-mediator", NC_("kind", "Refuses as mediator"), "stance", "barred", "#a33a2c", -1, YES, NO, NO, NO,
       NC_("kind meaning", "The source would not let the target mediate."),
       NC_("tie phrase", "%1$s refuses %2$s as mediator")),
  TIE ("hosts", NC_("kind", "Hosts"), "support", "long-dashed", "#4f8a2b", 1, YES, YES, NO, NO,
       NC_("kind meaning", "The source gives the target or its office a place to be."),
       NC_("tie phrase", "%1$s hosts %2$s")),
  TIE ("verifies", NC_("kind", "Verifies"), "contact", "dash-dot-dotted", "#0e7490", 0, YES, YES, NO, NO,
       NC_("kind meaning", "The source checks whether the target does what was agreed."),
       NC_("tie phrase", "%1$s verifies what %2$s does")),
  TIE ("speaks-for", NC_("kind", "Speaks for"), "cooperation", "triple", "#6e56a6", 1, YES, YES, NO, NO,
       NC_("kind meaning", "The source may talk and promise in the name of the target."),
       NC_("tie phrase", "%1$s speaks for %2$s")),
  TIE ("back-channel", NC_("kind", "Back-channel"), "contact", "dotted", "#1f2933", 0, NO, YES, NO, NO,
       NC_("kind meaning", "Both exchange messages that neither will own to in public."),
       NC_("tie phrase", "%1$s has a back-channel to %2$s")),
  TIE ("contact", NC_("kind", "Contact"), "communication", "thin", "#5f6a74", 0, NO, YES, NO, NO,
       NC_("kind meaning", "Both are in touch, loosely or now and then."),
       NC_("tie phrase", "%1$s is in contact with %2$s")),
  TIE ("advocacy", NC_("kind", "Advocacy"), "influence", "dashed", "#6e56a6", 0, YES, YES, YES, NO,
       NC_("kind meaning", "The source pleads with the target for a cause."),
       NC_("tie phrase", "%1$s pleads with %2$s")),
  TIE ("member-of", NC_("kind", "Member of"), "cooperation", "dotted", "#5f6a74", 1, YES, YES, NO, NO,
       NC_("kind meaning", "The source belongs to the target, as one of several."),
       NC_("tie phrase", "%1$s is a member of %2$s")),
  TIE ("recognises", NC_("kind", "Recognises"), "stance", "beaded", "#3566a8", 1, YES, NO, NO, NO,
       NC_("kind meaning", "The source treats the target as the one to deal with, formally or in fact."),
       NC_("tie phrase", "%1$s recognises %2$s")),
  TIE ("rivalry", NC_("kind", "Rivalry"), "bad-terms", "wavy", "#a33a2c", -1, NO, NO, NO, NO,
       NC_("kind meaning", "Both compete for the same power, place or people."),
       NC_("tie phrase", "%1$s is a rival of %2$s")),
  TIE ("conflict", NC_("kind", "Conflict"), "rivalry", "zigzag", "#a33a2c", -1, NO, NO, NO, NO,
       NC_("kind meaning", "Both fight each other or are in open dispute."),
       NC_("tie phrase", "%1$s is in conflict with %2$s")),
  TIE ("broken-relation", NC_("kind", "Broken relation"), "barrier", "barred", "#5f6a74", -1, NO, NO, NO, NO,
       NC_("kind meaning", "There was a relation, and it was broken off."),
       NC_("tie phrase", "%1$s has broken with %2$s")),
  /* Translators: as a captor holds captives */
  TIE ("holds", NC_("kind", "Holds"), "power-over", "bracket", "#7b2d52", -1, YES, NO, NO, NO,
       NC_("kind meaning", "The source has the target in its power, as a captor has captives."),
       NC_("tie phrase", "%1$s holds %2$s")),
  TIE ("may-not-contact", NC_("kind", "May not contact"), "barrier", "crossed", "#7b2d52", -1, YES, NO, NO, NO,
       NC_("kind meaning", "A law or policy forbids the source to deal with the target."),
       NC_("tie phrase", "%1$s may not be in contact with %2$s")),

  ACTOR_HEAD ("authority", NC_("kind", "Authority"), "hexagon", "columns", "#3566a8",
              NC_("kind meaning", "Who governs a place or people, recognised or not.")),
  ACTOR_HEAD ("organisation", NC_("kind", "Organisation"), "hexagon", "building", "#0e7490",
              NC_("kind meaning", "People who act together in a lasting form.")),
  ACTOR_HEAD ("people", NC_("kind", "People"), "hexagon", "crowd", "#6b7680",
              NC_("kind meaning", "One human being or many, who need not act together.")),
  /* Translators: what actors deal with and is no actor itself: an issue, a resource, an event */
  ACTOR_HEAD ("matter", NC_("kind", "Matter"), "diamond", "question", "#596673",
              NC_("kind meaning", "What actors deal with and is no actor itself.")),

  /* Translators: two are on good terms with each other */
  TIE_HEAD ("good-terms", NC_("kind", "Good terms"), "triple", "#3566a8", 1, NO, YES,
            NC_("kind meaning", "Both wish each other well, in whatever form."),
            NC_("tie phrase", "%1$s is on good terms with %2$s")),
  /* Translators: two are on bad terms with each other */
  TIE_HEAD ("bad-terms", NC_("kind", "Bad terms"), "dash-dot-dotted", "#a33a2c", -1, NO, NO,
            NC_("kind meaning", "Both wish each other ill, in whatever form."),
            NC_("tie phrase", "%1$s is on bad terms with %2$s")),
  /* Translators: one has power over another */
  TIE_HEAD ("power-over", NC_("kind", "Power over"), "thin", "#5f6a74", 0, YES, NO,
            NC_("kind meaning", "The source can make a difference to what the target does or suffers."),
            NC_("tie phrase", "%1$s has power over %2$s")),
  TIE_HEAD ("communication", NC_("kind", "Communication"), "long-dashed", "#1f2933", 0, NO, YES,
            NC_("kind meaning", "Words pass between both, in whatever form."),
            NC_("tie phrase", "%1$s communicates with %2$s")),
  /* Translators: how one regards another: recognises it, accepts or refuses it in a role */
  TIE_HEAD ("stance", NC_("kind", "Stance"), "beaded", "#3566a8", 0, YES, NO,
            NC_("kind meaning", "How the source regards the target."),
            NC_("tie phrase", "%1$s takes a stance on %2$s")),
  TIE_HEAD ("barrier", NC_("kind", "Barrier"), "crossed", "#5f6a74", -1, NO, NO,
            NC_("kind meaning", "Something keeps both from dealing with each other."),
            NC_("tie phrase", "Something stands between %1$s and %2$s")),
};

/**
 * lsn_builtin_kinds:
 * @n_kinds: (out): how many
 *
 * Returns: (array length=n_kinds): all built-in kinds, the heads last
 */
const LsnBuiltinKind *
lsn_builtin_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * lsn_builtin_kind_find:
 * @id: the id of a row of the table of kinds
 *
 * Returns: (nullable): the built-in kind of that id. O(kinds).
 */
const LsnBuiltinKind *
lsn_builtin_kind_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].id, id) == 0)
      return &kinds[i];

  return NULL;
}

/**
 * lsn_builtin_kind_name:
 * @kind: a built-in kind
 *
 * Returns: its translated name
 */
const char *
lsn_builtin_kind_name (const LsnBuiltinKind *kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", kind->name);
}
