/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/schema.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a map can hold: its tables, their built-in columns and the choices of those. This file is the only place that
 * knows; everything else reads the descriptions. The order is that of the column handles in types.h. */

static const LsnChoice directions[] = {
  { "forward", NC_("choice", "One way") },
  { "mutual", NC_("choice", "Both ways") },
  { "none", NC_("choice", "No direction") },
};

static const LsnChoice statuses[] = {
  { "confirmed", NC_("choice", "Confirmed") },
  { "likely", NC_("choice", "Likely") },
  { "rumoured", NC_("choice", "Rumoured") },
  /* Translators: this relation is known not to exist, which is more than not knowing of one */
  { "absent", NC_("choice", "Known not to exist") },
};

/* Translators: who in the world may know that a relation or an actor exists */
static const LsnChoice secrecies[] = {
  { "public", NC_("choice", "Public") },
  { "private", NC_("choice", "Private") },
  { "covert", NC_("choice", "Covert") },
};

/* Translators: which of our own readers may see this, from the widest circle to the narrowest */
static const LsnChoice handlings[] = {
  { "open", NC_("choice", "Everybody") },
  { "partners", NC_("choice", "Partners") },
  { "team", NC_("choice", "Our team") },
  { "named", NC_("choice", "Named readers only") },
};

static const LsnChoice kinds_of[] = {
  { "actor", NC_("choice", "Actors") },
  { "tie", NC_("choice", "Ties") },
};

static const LsnChoice shapes[] = {
  { "disc", NC_("choice", "Disc") },
  { "square", NC_("choice", "Square") },
  { "diamond", NC_("choice", "Diamond") },
  { "hexagon", NC_("choice", "Hexagon") },
};

static const LsnChoice symbols[] = {
  { "flag", NC_("choice", "Flag") },
  { "columns", NC_("choice", "Building with columns") },
  { "shield", NC_("choice", "Shield") },
  { "globe", NC_("choice", "Globe") },
  { "heart", NC_("choice", "Heart") },
  { "building", NC_("choice", "Office building") },
  { "megaphone", NC_("choice", "Megaphone") },
  { "crowd", NC_("choice", "Crowd") },
  { "houses", NC_("choice", "Houses") },
  { "family", NC_("choice", "Family") },
  { "bars", NC_("choice", "Person behind bars") },
  { "person", NC_("choice", "Person") },
  { "question", NC_("choice", "Question mark") },
};

/* Told apart without colour; the scene draws each. */
static const LsnChoice lines[] = {
  { "solid", NC_("choice", "Solid line") },
  { "thin", NC_("choice", "Thin line") },
  { "thick", NC_("choice", "Thick line") },
  { "double", NC_("choice", "Double line") },
  { "triple", NC_("choice", "Triple line") },
  { "dashed", NC_("choice", "Dashed line") },
  { "long-dashed", NC_("choice", "Long dashes") },
  { "dotted", NC_("choice", "Dotted line") },
  /* Translators: a line of large dots, as beads on a string */
  { "beaded", NC_("choice", "Beaded line") },
  { "dash-dotted", NC_("choice", "Dash and dot") },
  { "dash-dot-dotted", NC_("choice", "Dash and two dots") },
  { "wavy", NC_("choice", "Wavy line") },
  { "zigzag", NC_("choice", "Zigzag") },
  /* Translators: a line with two short strokes across its middle: the relation is broken off */
  { "barred", NC_("choice", "Line with bars across") },
  /* Translators: a line with a cross on its middle: contact is forbidden */
  { "crossed", NC_("choice", "Line with a cross") },
  /* Translators: a line with a small ring on its middle: accepted */
  { "ringed", NC_("choice", "Line with a ring") },
  /* Translators: a line that ends at a bracket around whom it holds */
  { "bracket", NC_("choice", "Line with a bracket") },
};

static const LsnChoice uses[] = {
  { "name", NC_("choice", "Another name") },
  { "short", NC_("choice", "Abbreviation") },
  { "former", NC_("choice", "Former name") },
  { "cover", NC_("choice", "Cover name") },
};

static const LsnChoice routes[] = {
  /* Translators: how the line of a tie runs */
  { "direct", NC_("choice", "Straight or fanned out") },
  { "around", NC_("choice", "Around other actors") },
};

static const LsnChoice forms[] = {
  /* Translators: how the line of a tie passes through the points that it is bent at */
  { "smooth", NC_("choice", "Smooth bends") },
  { "angular", NC_("choice", "Sharp corners") },
};

static const LsnChoice note_shapes[] = {
  { "text", NC_("choice", "Text") },
  /* Translators: a text in a bubble that points to what it speaks of */
  { "callout", NC_("choice", "Callout") },
  /* Translators: a titled frame around a part of the map, which can be exported by itself */
  { "frame", NC_("choice", "Frame") },
};

#define ANY .min = -INFINITY, .max = INFINITY
#define CHOICES(array) .type = LSN_TYPE_CHOICE, .choices = array, .n_choices = G_N_ELEMENTS (array), ANY
#define TEXT .type = LSN_TYPE_TEXT, ANY
#define NOTES .type = LSN_TYPE_TEXT, .multiline = TRUE, .translatable = TRUE, ANY
#define DATE .type = LSN_TYPE_DATE, ANY
#define YES_NO .type = LSN_TYPE_BOOLEAN, ANY
#define SHARE .type = LSN_TYPE_NUMBER, .min = 0.0, .max = 1.0
#define SIGN .type = LSN_TYPE_INTEGER, .min = -1.0, .max = 1.0
#define PLACE .type = LSN_TYPE_NUMBER, .min = -1e9, .max = 1e9, .step = 0.01, .unit = "1/96 in", .hidden = TRUE
#define EXTENT .type = LSN_TYPE_NUMBER, .min = 0.0, .max = 1e6, .step = 0.01, .unit = "1/96 in", .hidden = TRUE
#define REFERENCE(to, removal) .type = LSN_TYPE_REFERENCE, .refers_to = to, .on_remove = removal, ANY

static const LsnColumnSpec map_columns[LSN_N_MAP_COLUMNS] = {
  [LSN_MAP_TITLE] = { "title", "title", NC_("column", "Title"), .translatable = TRUE, TEXT },
  /* Translators: what the map is asked, such as "Who can bring about the release of the hostages?" */
  [LSN_MAP_QUESTION] = { "question", "question", NC_("column", "Question"), .translatable = TRUE, TEXT },
  /* Translators: the date that the map describes */
  [LSN_MAP_AS_OF] = { "as_of", "as_of", NC_("column", "As of"), DATE },
  [LSN_MAP_AUTHOR] = { "author", "author", NC_("column", "Author"), TEXT },
  /* Translators: the phase of the process that the map describes, such as "talks about talks" */
  [LSN_MAP_PHASE] = { "phase", "phase", NC_("column", "Phase"), .translatable = TRUE, TEXT },
  [LSN_MAP_HANDLING] = { "map-handling", "handling", NC_("column", "Who may see it"), CHOICES (handlings) },
  [LSN_MAP_LANGUAGE] = { "language", "language", NC_("column", "Language"), TEXT },
  /* Translators: how the lines of those ties run that do not say it themselves */
  [LSN_MAP_ROUTE] = { "map-route", "route", NC_("column", "Routes of ties"), .hidden = TRUE, CHOICES (routes) },
  /* Translators: whether the lines of those ties have corners that do not say it themselves */
  [LSN_MAP_FORM] = { "map-form", "form", NC_("column", "Bends of ties"), .hidden = TRUE, CHOICES (forms) },
};

/* Translators: headings of groups of fields */
#define GROUP_IDENTITY NC_("column group", "Identity")
#define GROUP_WEIGHT NC_("column group", "Weight")
#define GROUP_WANTS NC_("column group", "What it wants")
#define GROUP_RELATION NC_("column group", "Relation")
#define GROUP_DISCLOSURE NC_("column group", "Disclosure")
#define GROUP_TIME NC_("column group", "Time")
#define GROUP_DISPLAY NC_("column group", "On the map")
#define GROUP_NOTES NC_("column group", "Notes")
#define GROUP_ROLE NC_("column group", "What it does")
#define GROUP_LOOK NC_("column group", "Looks")

static const LsnColumnSpec actor_columns[LSN_N_ACTOR_COLUMNS] = {
  [LSN_ACTOR_NAME] = { "label", "name", NC_("column", "Name"), GROUP_IDENTITY, .translatable = TRUE, TEXT },
  [LSN_ACTOR_KIND] = { "kind", "kind", NC_("column", "Kind"), GROUP_IDENTITY,
                       REFERENCE (LSN_TABLE_KINDS, LSN_ON_REMOVE_CLEAR) },
  /* Translators: the actor that this actor is a part of */
  [LSN_ACTOR_PARENT] = { "parent", "parent", NC_("column", "Part of"), GROUP_IDENTITY,
                         REFERENCE (LSN_TABLE_ACTORS, LSN_ON_REMOVE_CLEAR) },
  [LSN_ACTOR_POWER] = { "power", "power", NC_("column", "Power"), GROUP_WEIGHT, SHARE },
  /* Translators: how much is at stake for an actor */
  [LSN_ACTOR_STAKE] = { "stake", "stake", NC_("column", "Stake"), GROUP_WEIGHT, SHARE },
  [LSN_ACTOR_LEGITIMACY] = { "legitimacy", "legitimacy", NC_("column", "Legitimacy"), GROUP_WEIGHT, SHARE },
  [LSN_ACTOR_URGENCY] = { "urgency", "urgency", NC_("column", "Urgency"), GROUP_WEIGHT, SHARE },
  /* Translators: from opposed to supportive */
  [LSN_ACTOR_ATTITUDE] = { "attitude", "attitude", NC_("column", "Attitude"), GROUP_WEIGHT,
                           .type = LSN_TYPE_NUMBER, .min = -1.0, .max = 1.0 },
  /* Translators: what an actor says that it wants */
  [LSN_ACTOR_POSITION] = { "position", "position", NC_("column", "Position"), GROUP_WANTS, NOTES },
  /* Translators: what an actor is after behind what it says */
  [LSN_ACTOR_INTERESTS] = { "interests", "interests", NC_("column", "Interests"), GROUP_WANTS, NOTES },
  [LSN_ACTOR_NEEDS] = { "needs", "needs", NC_("column", "Needs"), GROUP_WANTS, NOTES },
  [LSN_ACTOR_FEARS] = { "fears", "fears", NC_("column", "Fears"), GROUP_WANTS, NOTES },
  /* Translators: the actor stands outside and influences what happens inside */
  [LSN_ACTOR_EXTERNAL] = { "external", "external", NC_("column", "External"), GROUP_IDENTITY, YES_NO },
  /* Translators: this actor is ourselves */
  [LSN_ACTOR_OURS] = { "ours", "ours", NC_("column", "This is us"), GROUP_IDENTITY, YES_NO },
  [LSN_ACTOR_SECRECY] = { "secrecy", "secrecy", NC_("column", "Secrecy"), GROUP_DISCLOSURE, CHOICES (secrecies) },
  [LSN_ACTOR_HANDLING] = { "handling", "handling", NC_("column", "Who may see it"), GROUP_DISCLOSURE,
                           CHOICES (handlings) },
  [LSN_ACTOR_SINCE] = { "since", "since", NC_("column", "Since"), GROUP_TIME, DATE },
  [LSN_ACTOR_UNTIL] = { "until", "until", NC_("column", "Until"), GROUP_TIME, DATE },
  [LSN_ACTOR_NOTES] = { "notes", "notes", NC_("column", "Notes"), GROUP_NOTES, NOTES },
  [LSN_ACTOR_X] = { "x", "x", NC_("column", "Place across"), GROUP_DISPLAY, PLACE },
  [LSN_ACTOR_Y] = { "y", "y", NC_("column", "Place down"), GROUP_DISPLAY, PLACE },
  /* Translators: which of two actors is drawn over the other */
  [LSN_ACTOR_ORDER] = { "order", "order", NC_("column", "Drawing order"), GROUP_DISPLAY,
                        .type = LSN_TYPE_INTEGER, .hidden = TRUE, ANY },
  /* Translators: no layout moves this actor */
  [LSN_ACTOR_PINNED] = { "pinned", "pinned", NC_("column", "Pinned"), GROUP_DISPLAY, YES_NO },
  /* Translators: the container is drawn as one actor, without what is inside it */
  [LSN_ACTOR_COLLAPSED] = { "collapsed", "collapsed", NC_("column", "Collapsed"), GROUP_DISPLAY, YES_NO },
  /* Translators: a photograph or emblem that an actor is drawn with */
  [LSN_ACTOR_PICTURE] = { "picture", "picture", NC_("column", "Picture"), GROUP_IDENTITY, .type = LSN_TYPE_IMAGE, ANY },
};

static const LsnColumnSpec tie_columns[LSN_N_TIE_COLUMNS] = {
  /* Translators: the actor that a relation goes out from */
  [LSN_TIE_SOURCE] = { "source", "source", NC_("column", "From"), GROUP_RELATION,
                       REFERENCE (LSN_TABLE_ACTORS, LSN_ON_REMOVE_FOLLOW) },
  /* Translators: the actor that a relation leads to */
  [LSN_TIE_TARGET] = { "target", "target", NC_("column", "To"), GROUP_RELATION,
                       REFERENCE (LSN_TABLE_ACTORS, LSN_ON_REMOVE_FOLLOW) },
  [LSN_TIE_KIND] = { "tie-kind", "kind", NC_("column", "Kind"), GROUP_RELATION,
                     REFERENCE (LSN_TABLE_KINDS, LSN_ON_REMOVE_CLEAR) },
  [LSN_TIE_DIRECTION] = { "direction", "direction", NC_("column", "Direction"), GROUP_RELATION,
                          CHOICES (directions) },
  [LSN_TIE_STRENGTH] = { "strength", "strength", NC_("column", "Strength"), GROUP_WEIGHT,
                         .type = LSN_TYPE_NUMBER, .min = 0.0, .max = 4.0 },
  /* Translators: how far the source of a relation trusts its target */
  [LSN_TIE_TRUST] = { "trust", "trust", NC_("column", "Trust"), GROUP_WEIGHT, SHARE },
  /* Translators: how far the target of a relation trusts its source */
  [LSN_TIE_TRUST_BACK] = { "trust_back", "trust_back", NC_("column", "Trust in return"), GROUP_WEIGHT, SHARE },
  /* Translators: whether a relation is friendly (+1), neither (0) or hostile (-1) */
  [LSN_TIE_SIGN] = { "sign", "sign", NC_("column", "Sign"), GROUP_WEIGHT, SIGN },
  /* Translators: how sure we are that a relation exists */
  [LSN_TIE_STATUS] = { "status", "status", NC_("column", "Certainty"), GROUP_RELATION, CHOICES (statuses) },
  [LSN_TIE_LABEL] = { "tie-label", "label", NC_("column", "Label"), GROUP_RELATION, .translatable = TRUE, TEXT },
  [LSN_TIE_SECRECY] = { "tie-secrecy", "secrecy", NC_("column", "Secrecy"), GROUP_DISCLOSURE, CHOICES (secrecies) },
  [LSN_TIE_HANDLING] = { "tie-handling", "handling", NC_("column", "Who may see it"), GROUP_DISCLOSURE,
                         CHOICES (handlings) },
  [LSN_TIE_SINCE] = { "tie-since", "since", NC_("column", "Since"), GROUP_TIME, DATE },
  [LSN_TIE_UNTIL] = { "tie-until", "until", NC_("column", "Until"), GROUP_TIME, DATE },
  [LSN_TIE_NOTES] = { "tie-notes", "notes", NC_("column", "Notes"), GROUP_NOTES, NOTES },
  /* Translators: the points that the line of a tie was bent through by hand */
  [LSN_TIE_BENDS] = { "bends", "bends", NC_("column", "Bends"), GROUP_DISPLAY, .type = LSN_TYPE_POINTS, .hidden = TRUE, ANY },
  /* Translators: how the line of a tie runs from actor to actor */
  [LSN_TIE_ROUTE] = { "route", "route", NC_("column", "Route"), GROUP_DISPLAY, .hidden = TRUE, CHOICES (routes) },
  /* Translators: whether the line of a tie has corners where it is bent */
  [LSN_TIE_FORM] = { "form", "form", NC_("column", "Form of the bends"), GROUP_DISPLAY, .hidden = TRUE, CHOICES (forms) },
  /* Translators: where along its line the label of a tie stands */
  [LSN_TIE_LABEL_AT] = { "label_at", "label_at", NC_("column", "Place of the label"), GROUP_DISPLAY, .hidden = TRUE, SHARE },
};

static const LsnColumnSpec kind_columns[LSN_N_KIND_COLUMNS] = {
  [LSN_KIND_NAME] = { "kind-name", "name", NC_("column", "Name"), GROUP_IDENTITY, .translatable = TRUE, TEXT },
  /* Translators: whether this is a kind of actors or of ties */
  [LSN_KIND_OF] = { "kind-of", "of", NC_("column", "Kind of"), GROUP_IDENTITY, CHOICES (kinds_of) },
  /* Translators: the more general kind that this kind is one of */
  [LSN_KIND_BROADER] = { "kind-broader", "broader", NC_("column", "Broader kind"), GROUP_IDENTITY,
                         REFERENCE (LSN_TABLE_KINDS, LSN_ON_REMOVE_CLEAR) },
  [LSN_KIND_SHAPE] = { "kind-shape", "shape", NC_("column", "Shape"), GROUP_LOOK, CHOICES (shapes) },
  [LSN_KIND_SYMBOL] = { "kind-symbol", "symbol", NC_("column", "Symbol"), GROUP_LOOK, CHOICES (symbols) },
  [LSN_KIND_LINE] = { "kind-line", "line", NC_("column", "Line"), GROUP_LOOK, CHOICES (lines) },
  [LSN_KIND_COLOUR] = { "kind-colour", "colour", NC_("column", "Colour"), GROUP_LOOK,
                        .type = LSN_TYPE_COLOUR, ANY },
  [LSN_KIND_SIGN] = { "kind-sign", "sign", NC_("column", "Sign"), GROUP_ROLE, SIGN },
  /* Translators: a relation of this kind goes one way unless it says otherwise */
  [LSN_KIND_DIRECTED] = { "kind-directed", "directed", NC_("column", "Directed"), GROUP_ROLE, YES_NO },
  /* Translators: a message can pass along a relation of this kind */
  [LSN_KIND_CARRIES] = { "kind-carries", "carries", NC_("column", "Carries messages"), GROUP_ROLE, YES_NO },
  /* Translators: who is at the start of such a relation puts pressure on who is at its end */
  [LSN_KIND_PRESSES] = { "kind-presses", "presses", NC_("column", "Presses"), GROUP_ROLE, YES_NO },
  /* Translators: who is at the start of such a relation gives orders to who is at its end */
  [LSN_KIND_COMMANDS] = { "kind-commands", "commands", NC_("column", "Commands"), GROUP_ROLE, YES_NO },
  [LSN_KIND_MEANING] = { "kind-meaning", "meaning", NC_("column", "Meaning"), GROUP_NOTES, NOTES },
};

static const LsnColumnSpec alias_columns[LSN_N_ALIAS_COLUMNS] = {
  [LSN_ALIAS_ACTOR] = { "alias-actor", "actor", NC_("column", "Actor"),
                        REFERENCE (LSN_TABLE_ACTORS, LSN_ON_REMOVE_FOLLOW) },
  [LSN_ALIAS_TEXT] = { "alias-text", "text", NC_("column", "Text"), TEXT },
  [LSN_ALIAS_LANGUAGE] = { "alias-language", "language", NC_("column", "Language"), TEXT },
  /* Translators: what another name is used for, such as an abbreviation or a former name */
  [LSN_ALIAS_USE] = { "alias-use", "use", NC_("column", "Use"), CHOICES (uses) },
};

static const LsnColumnSpec note_columns[LSN_N_NOTE_COLUMNS] = {
  [LSN_NOTE_TEXT] = { "note-text", "text", NC_("column", "Text"), NOTES },
  [LSN_NOTE_SHAPE] = { "note-shape", "shape", NC_("column", "Shape"), CHOICES (note_shapes) },
  /* Translators: the actor that a note on the map points to */
  [LSN_NOTE_ACTOR] = { "note-actor", "actor", NC_("column", "About the actor"),
                       REFERENCE (LSN_TABLE_ACTORS, LSN_ON_REMOVE_CLEAR) },
  /* Translators: the tie that a note on the map points to */
  [LSN_NOTE_TIE] = { "note-tie", "tie", NC_("column", "About the tie"), REFERENCE (LSN_TABLE_TIES, LSN_ON_REMOVE_CLEAR) },
  [LSN_NOTE_X] = { "note-x", "x", NC_("column", "Place across"), PLACE },
  [LSN_NOTE_Y] = { "note-y", "y", NC_("column", "Place down"), PLACE },
  [LSN_NOTE_WIDTH] = { "note-width", "width", NC_("column", "Width"), EXTENT },
  [LSN_NOTE_HEIGHT] = { "note-height", "height", NC_("column", "Height"), EXTENT },
  [LSN_NOTE_COLOUR] = { "note-colour", "colour", NC_("column", "Colour"), .type = LSN_TYPE_COLOUR, ANY },
  [LSN_NOTE_ORDER] = { "note-order", "order", NC_("column", "Drawing order"), .type = LSN_TYPE_INTEGER, .hidden = TRUE, ANY },
};

static const LsnColumnSpec view_columns[LSN_N_VIEW_COLUMNS] = {
  [LSN_VIEW_NAME] = { "view-name", "name", NC_("column", "Name"), .translatable = TRUE, TEXT },
  /* Translators: what the rows that a view shows have in common */
  [LSN_VIEW_CONDITIONS] = { "view-conditions", "conditions", NC_("column", "Conditions"), .type = LSN_TYPE_TEXT,
                            .multiline = TRUE, ANY },
  /* Translators: a view that fades what it does not show, instead of hiding it */
  [LSN_VIEW_FADED] = { "view-faded", "faded", NC_("column", "Fade the rest"), YES_NO },
  /* Translators: the order of the views in a list */
  [LSN_VIEW_ORDER] = { "view-order", "order", NC_("column", "Order"), .type = LSN_TYPE_INTEGER, .hidden = TRUE, ANY },
};

static const struct
{
  const char          *id;
  const LsnColumnSpec *columns;
  guint                n_columns;
} tables[LSN_N_TABLES] = {
  [LSN_TABLE_MAP] = { "map", map_columns, LSN_N_MAP_COLUMNS },
  [LSN_TABLE_ACTORS] = { "actors", actor_columns, LSN_N_ACTOR_COLUMNS },
  [LSN_TABLE_TIES] = { "ties", tie_columns, LSN_N_TIE_COLUMNS },
  [LSN_TABLE_KINDS] = { "kinds", kind_columns, LSN_N_KIND_COLUMNS },
  [LSN_TABLE_ALIASES] = { "aliases", alias_columns, LSN_N_ALIAS_COLUMNS },
  [LSN_TABLE_NOTES] = { "notes", note_columns, LSN_N_NOTE_COLUMNS },
  [LSN_TABLE_VIEWS] = { "views", view_columns, LSN_N_VIEW_COLUMNS },
};

/**
 * lsn_table_id:
 * @table: a table
 *
 * Returns: the word for it in files ("actors")
 */
const char *
lsn_table_id (LsnTable table)
{
  g_return_val_if_fail ((guint) table < LSN_N_TABLES, NULL);

  return tables[table].id;
}

/**
 * lsn_table_from_id:
 * @id: a word of a file
 * @table: (out): the table that it means
 *
 * Returns: whether there is such a table
 */
gboolean
lsn_table_from_id (const char *id,
                   LsnTable   *table)
{
  for (guint i = 0; i < LSN_N_TABLES; i++)
    if (strcmp (tables[i].id, id) == 0)
      {
        *table = (LsnTable) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * lsn_table_n_builtin:
 * @table: a table
 *
 * Returns: how many columns it has from the start; their handles are 0 and up
 */
guint
lsn_table_n_builtin (LsnTable table)
{
  g_return_val_if_fail ((guint) table < LSN_N_TABLES, 0);

  return tables[table].n_columns;
}

/**
 * lsn_table_builtin:
 * @table: a table
 * @column: the handle of a built-in column
 *
 * Returns: its description
 */
const LsnColumnSpec *
lsn_table_builtin (LsnTable table,
                   guint    column)
{
  g_return_val_if_fail ((guint) table < LSN_N_TABLES, NULL);
  g_return_val_if_fail (column < tables[table].n_columns, NULL);

  return &tables[table].columns[column];
}

/**
 * lsn_column_is_end:
 * @spec: a description
 *
 * Returns: whether it holds ends: dates that are the first moment after what is meant
 */
gboolean
lsn_column_is_end (const LsnColumnSpec *spec)
{
  return spec->type == LSN_TYPE_DATE && strcmp (spec->name, "until") == 0;
}

/**
 * lsn_column_is_flag:
 * @spec: a description
 *
 * Of what the program itself does with an actor there is nothing to know: it does so, or it does not.
 *
 * Returns: whether an empty cell means no
 */
gboolean
lsn_column_is_flag (const LsnColumnSpec *spec)
{
  /* A map has copies of the descriptions; ids are unique in it. */
  return strcmp (spec->id, actor_columns[LSN_ACTOR_PINNED].id) == 0 ||
         strcmp (spec->id, actor_columns[LSN_ACTOR_COLLAPSED].id) == 0;
}

/**
 * lsn_column_label:
 * @spec: a description
 *
 * Returns: what people call the column: translated for built-in ones, else its name
 */
const char *
lsn_column_label (const LsnColumnSpec *spec)
{
  return spec->label != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "column", spec->label) : spec->name;
}

/**
 * lsn_column_group:
 * @spec: a description
 *
 * Returns: (nullable): the translated heading that the column stands under
 */
const char *
lsn_column_group (const LsnColumnSpec *spec)
{
  return spec->group != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "column group", spec->group) : NULL;
}

/**
 * lsn_column_find_choice:
 * @spec: the description of a choice column
 * @choice: the word of a choice, as in a cell
 *
 * Returns: its place among the choices, or -1. O(log n) for the columns of a map that users added, else O(n).
 */
int
lsn_column_find_choice (const LsnColumnSpec *spec,
                        const char          *choice)
{
  guint from = 0, to = spec->n_choices;

  for (guint i = 0; spec->choice_order == NULL && i < to; i++)
    if (strcmp (spec->choices[i].id, choice) == 0)
      return (int) i;
  while (spec->choice_order != NULL && from < to)
    {
      guint middle = (from + to) / 2;
      int order = strcmp (choice, spec->choices[spec->choice_order[middle]].id);

      if (order == 0)
        return spec->choice_order[middle];
      if (order < 0)
        to = middle;
      else
        from = middle + 1;
    }
  return -1;
}

/**
 * lsn_column_choice_label:
 * @spec: the description of a choice column
 * @choice: the word of a choice, as in a cell
 *
 * Returns: what people read for it: translated for built-in columns; @choice when it is none of the column's
 */
const char *
lsn_column_choice_label (const LsnColumnSpec *spec,
                         const char          *choice)
{
  int place = lsn_column_find_choice (spec, choice);

  if (place < 0)
    return choice;
  return spec->label != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "choice", spec->choices[place].label)
                             : spec->choices[place].label;
}
