/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/looks.h"
#include <math.h>

/* What a kind says, read once. */
typedef struct
{
  gboolean  known;
  LsnColour colour;
  LsnShape  shape;
  LsnSymbol symbol;
  LsnLine   line;
} KindLook;

struct _LsnLooks
{
  LsnMap   *map;
  KindLook *kinds; /* by row */
  guint     n_kinds;
  LsnTrace  trace;
};

#define PLAIN_ACTOR 0x6b7785u
#define PLAIN_TIE 0x66727fu

static const char *const shape_names[] = { "disc", "square", "diamond", "hexagon" };
/* In the order of the enumerations. */
static const char *const line_names[] = {
  "solid", "thin", "thick", "double", "triple", "dashed", "long-dashed", "dotted", "beaded", "dash-dotted",
  "dash-dot-dotted", "wavy", "zigzag", "barred", "crossed", "ringed", "bracket"
};
static const char *const status_names[] = { "confirmed", "likely", "rumoured", "absent" };

static guint
index_of (const char        *word,
          const char *const *words,
          guint              n_words)
{
  for (guint i = 0; word != NULL && i < n_words; i++)
    if (g_str_equal (word, words[i]))
      return i;

  return 0;
}

LsnLooks *
lsn_looks_new (LsnMap *map)
{
  LsnLooks *looks = g_new0 (LsnLooks, 1);

  looks->map = map;
  looks->n_kinds = lsn_map_max_row (map, LSN_TABLE_KINDS) + 1;
  looks->kinds = g_new0 (KindLook, looks->n_kinds);
  looks->trace.actor_kinds = g_hash_table_new (NULL, NULL);
  looks->trace.tie_kinds = g_hash_table_new (NULL, NULL);

  return looks;
}

void
lsn_looks_free (LsnLooks *looks)
{
  g_hash_table_unref (looks->trace.actor_kinds);
  g_hash_table_unref (looks->trace.tie_kinds);
  g_free (looks->kinds);
  g_free (looks);
}

LsnTrace *
lsn_looks_trace (LsnLooks *looks)
{
  return &looks->trace;
}

double
lsn_radius_for_power (double power)
{
  double known = isnan (power) ? 0.25 : CLAMP (power, 0.0, 1.0);

  return LSN_RADIUS_MIN + (LSN_RADIUS_MAX - LSN_RADIUS_MIN) * sqrt (known);
}

static const KindLook *
look_of_kind (LsnLooks *looks,
              LsnRow    kind,
              gboolean  of_tie)
{
  static const KindLook plain_actor = { TRUE, PLAIN_ACTOR, LSN_SHAPE_DISC, LSN_SYMBOL_NONE, LSN_LINE_SOLID };
  static const KindLook plain_tie = { TRUE, PLAIN_TIE, LSN_SHAPE_DISC, LSN_SYMBOL_NONE, LSN_LINE_SOLID };
  KindLook *look;

  if (kind == LSN_NO_ROW || kind >= looks->n_kinds || !lsn_map_has_row (looks->map, LSN_TABLE_KINDS, kind))
    return of_tie ? &plain_tie : &plain_actor;

  look = &looks->kinds[kind];
  if (!look->known)
    {
      look->colour = lsn_colour_from_text (lsn_kind_text (looks->map, kind, LSN_KIND_COLOUR),
                                           of_tie ? PLAIN_TIE : PLAIN_ACTOR);
      look->shape = (LsnShape) index_of (lsn_kind_text (looks->map, kind, LSN_KIND_SHAPE), shape_names,
                                         G_N_ELEMENTS (shape_names));
      look->symbol = lsn_symbol_from_name (lsn_kind_text (looks->map, kind, LSN_KIND_SYMBOL));
      look->line = (LsnLine) index_of (lsn_kind_text (looks->map, kind, LSN_KIND_LINE), line_names,
                                       G_N_ELEMENTS (line_names));
      look->known = TRUE;
    }

  return look;
}

static gboolean
is_covert (LsnMap   *map,
           LsnTable  table,
           LsnRow    row,
           LsnColumn column)
{
  return g_strcmp0 (lsn_map_get_text (map, table, row, column), "covert") == 0;
}

static void
trace_actor (LsnTrace           *trace,
             LsnRow              kind,
             const LsnActorLook *look)
{
  g_hash_table_add (trace->actor_kinds, GUINT_TO_POINTER (kind));
  trace->power_known |= look->power_known;
  trace->power_unknown |= !look->power_known;
  trace->external |= look->external;
  trace->ours |= look->ours;
  trace->covert_actor |= look->covert;
  trace->closed |= look->closed;
}

void
lsn_looks_actor (LsnLooks     *looks,
                 LsnRow        actor,
                 gboolean      closed,
                 LsnActorLook *look)
{
  LsnMap *map = looks->map;
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND);
  double power = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_POWER);

  lsn_looks_actor_kind (looks, kind, look);
  look->power_known = !isnan (power);
  look->radius = lsn_radius_for_power (power);
  look->external = lsn_map_get_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_EXTERNAL) == 1;
  look->ours = lsn_map_get_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_OURS) == 1;
  look->covert = is_covert (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_SECRECY);
  look->closed = closed;
  trace_actor (&looks->trace, kind, look);
}

/* From 1 for the weakest to 3 for the strongest; 1.8 where it is not known. */
static double
width_for_strength (double  strength,
                    LsnLine line)
{
  double factor = line == LSN_LINE_THIN ? 0.6 : line == LSN_LINE_THICK ? 1.6 : 1.0;


  return factor * (isnan (strength) ? 1.8 : 1.0 + 0.5 * CLAMP (strength, 0.0, 4.0));
}

void
lsn_looks_tie (LsnLooks   *looks,
               LsnRow      tie,
               LsnTieLook *look)
{
  LsnMap *map = looks->map;
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND);
  LsnDirection direction = lsn_tie_direction (map, tie);

  lsn_looks_tie_kind (looks, kind, look);
  look->width = width_for_strength (lsn_map_get_number (map, LSN_TABLE_TIES, tie, LSN_TIE_STRENGTH),
                                    look->line);
  look->head_at_target = direction != LSN_DIRECTION_NONE;
  look->head_at_source = direction == LSN_DIRECTION_MUTUAL;
  look->covert = is_covert (map, LSN_TABLE_TIES, tie, LSN_TIE_SECRECY);
  look->status = (LsnStatus) index_of (lsn_map_get_text (map, LSN_TABLE_TIES, tie, LSN_TIE_STATUS), status_names,
                                       G_N_ELEMENTS (status_names));

  g_hash_table_add (looks->trace.tie_kinds, GUINT_TO_POINTER (kind));
  looks->trace.covert_tie |= look->covert;
  looks->trace.status[look->status] = TRUE;
}

void
lsn_looks_actor_kind (LsnLooks     *looks,
                      LsnRow        kind,
                      LsnActorLook *look)
{
  const KindLook *from = look_of_kind (looks, kind, FALSE);

  *look = (LsnActorLook) { .colour = from->colour, .shape = from->shape, .symbol = from->symbol,
                           .radius = LSN_RADIUS_MIN, .power_known = TRUE };
}

void
lsn_looks_tie_kind (LsnLooks   *looks,
                    LsnRow      kind,
                    LsnTieLook *look)
{
  const KindLook *from = look_of_kind (looks, kind, TRUE);
  gboolean directed = kind != LSN_NO_ROW && lsn_kind_boolean (looks->map, kind, LSN_KIND_DIRECTED) == 1;

  *look = (LsnTieLook) { .colour = from->colour, .line = from->line, .width = width_for_strength (NAN, from->line),
                         .head_at_target = directed };
}

void
lsn_actor_look_choose (LsnActorLook *look,
                       LsnColumn     column,
                       const char   *choice)
{
  if (column == LSN_KIND_SHAPE)
    look->shape = (LsnShape) index_of (choice, shape_names, G_N_ELEMENTS (shape_names));
  else if (column == LSN_KIND_SYMBOL)
    look->symbol = lsn_symbol_from_name (choice);
}

void
lsn_tie_look_choose (LsnTieLook *look,
                     const char *line)
{
  look->line = (LsnLine) index_of (line, line_names, G_N_ELEMENTS (line_names));
  look->width = width_for_strength (NAN, look->line);
}
