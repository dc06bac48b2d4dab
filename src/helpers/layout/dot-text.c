/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "helpers/layout/dot-text.h"

#include <string.h>

#include "helpers/layout/graphviz-context.h"
#include "wire/limits.h"

#define LONGEST_LINE_MARK 64 /* bytes in which the number of a line must stand */

static int
read_text (void *channel,
           char *buffer,
           int   size)
{
  LsnDotText *text = channel;
  gsize n = MIN (text->n_left, (gsize) size);

  memcpy (buffer, text->left, n);
  text->left += n;
  text->n_left -= n;
  return n;
}

static int
put_nothing (void       *channel,
             const char *string)
{
  return 0;
}

static int
flush_nothing (void *channel)
{
  return 0;
}

/* Hands out what identifies nodes and edges as cgraph itself does, to so many edges only: one line of DOT, {...} -> {...}, makes
 * millions of them. One above the most is made, so that the graph is seen to be too large. */
typedef struct
{
  void   *state;     /* of AgIdDisc */
  guint64 n_edges;
} Identities;

static void *
open_identities (Agraph_t *graph,
                 Agdisc_t *disc)
{
  Identities *self = g_new0 (Identities, 1);

  self->state = AgIdDisc.open (graph, disc);
  return self;
}

static long
identify (void   *state,
          int     type,
          char   *name,
          IDTYPE *id,
          int     create)
{
  Identities *self = state;

  if (type == AGEDGE && create && self->n_edges++ > LSN_WIRE_MAX_EDGES)
    return 0;
  return AgIdDisc.map (self->state, type, name, id, create);
}

static long
reserve_identity (void  *state,
                  int    type,
                  IDTYPE id)
{
  return AgIdDisc.alloc (((Identities *) state)->state, type, id);
}

static void
free_identity (void  *state,
               int    type,
               IDTYPE id)
{
  AgIdDisc.free (((Identities *) state)->state, type, id);
}

static char *
name_identity (void  *state,
               int    type,
               IDTYPE id)
{
  return AgIdDisc.print (((Identities *) state)->state, type, id);
}

static void
close_identities (void *state)
{
  AgIdDisc.close (((Identities *) state)->state);
  g_free (state);
}

static void
register_identity (void *state,
                   int   type,
                   void *object)
{
  AgIdDisc.idregister (((Identities *) state)->state, type, object);
}

/**
 * lsn_dot_text_open:
 * @text: (out caller-allocates): begins at the start of @dot
 * @dot: must outlive @text
 *
 * Returns: %FALSE with a refusal when this cannot be DOT at all: too long, or with NUL bytes
 */
gboolean
lsn_dot_text_open (LsnDotText  *text,
                   GBytes      *dot,
                   LsnRefusal **refusal)
{
  const char *nul;

  text->dot = dot;
  text->left = g_bytes_get_data (dot, &text->n_left);
  text->io = (Agiodisc_t) { read_text, put_nothing, flush_nothing };
  text->id = (Agiddisc_t) { open_identities, identify, reserve_identity, free_identity, name_identity, close_identities,
                            register_identity };
  text->disc = (Agdisc_t) { &AgMemDisc, &text->id, &text->io };
  if (text->n_left > LSN_WIRE_MAX_DOT)
    {
      *refusal = lsn_refusal_new (LSN_REFUSAL_LIMIT, 0, "");
      return FALSE;
    }
  nul = text->n_left == 0 ? NULL : memchr (text->left, '\0', text->n_left);
  if (nul != NULL)
    {
      guint line = 1;

      for (const char *p = text->left; p < nul; p++)
        line += *p == '\n';
      *refusal = lsn_refusal_new (LSN_REFUSAL_SYNTAX, line, "");
      return FALSE;
    }
  return TRUE;
}

/* Whether the text says of its lines, by "#line 9999999999", that they have higher numbers than Graphviz can count: it goes on
 * with the lowest bits of such a number. The last that is said counts, as nearly all texts say it once. */
static gboolean
counts_too_high (LsnDotText *text)
{
  gsize size;
  const char *at = g_bytes_get_data (text->dot, &size), *end = at + size;
  gboolean too_high = FALSE;

  while (at != NULL && at < end)
    {
      g_autofree char *said = NULL;
      guint64 number;

      if (*at == '#')
        {
          said = g_strndup (at + 1, MIN ((gsize) (end - at - 1), LONGEST_LINE_MARK));
          number = g_ascii_strtoull (g_str_has_prefix (said, "line") ? said + strlen ("line") : said, NULL, 10);
          too_high = number > 0 ? number > G_MAXINT32 : too_high;
        }
      at = memchr (at, '\n', end - at);
      at = at != NULL ? at + 1 : NULL;
    }
  return too_high;
}

/**
 * lsn_dot_text_next:
 * @text: a text
 *
 * Returns: (nullable): the next graph; close it with agclose (). %NULL at the end, and with a refusal when there is none as
 * the text is no DOT from there on
 */
Agraph_t *
lsn_dot_text_next (LsnDotText  *text,
                   LsnRefusal **refusal)
{
  Agraph_t *g = agread (text, &text->disc);

  if (agerrors () > 0)
    {
      *refusal = lsn_graphviz_refusal (LSN_REFUSAL_FAILED);
      if ((*refusal)->line > 0 && counts_too_high (text))
        (*refusal)->line = G_MAXINT32;
      return NULL;
    }
  return g;
}
