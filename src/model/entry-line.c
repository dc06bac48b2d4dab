/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/entry-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/quick-entry.h"
#include "model/report.h"

typedef struct
{
  const char *start; /* of the line */
  guint       number;
  LsnReport  *report;
} Parser;

/* ---- words ---- */

static gboolean
is_gap (const char *at)
{
  return *at == '\0' || g_unichar_isspace (g_utf8_get_char (at));
}

static const char *
skip_spaces (const char *at)
{
  while (*at != '\0' && is_gap (at))
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
take (const char **at,
      const char  *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;

  *at += strlen (word);
  return TRUE;
}

/* A text in quotation marks; moves behind it. NULL when it does not end. */
static char *
take_quoted (const char **at)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *in = *at + 1; *in != '\0'; in++)
    {
      if (*in != '"')
        g_string_append_c (text, *in);
      else if (in[1] == '"')
        g_string_append_c (text, *in++);
      else
        {
          *at = in + 1;
          return g_string_free (g_steal_pointer (&text), FALSE);
        }
    }
  return NULL;
}

/* ---- connectors ---- */

/* The head or tail that a connector with a kind begins with. */
static gboolean
take_opening (const char **at,
              gboolean    *has_head)
{
  *has_head = take (at, "<-") || take (at, "\342\206\220");
  return *has_head || take (at, "-");
}

/* The end of a connector, with the gap that must follow it. */
static gboolean
take_closing (const char **at,
              gboolean    *has_head)
{
  const char *behind = *at;

  *has_head = take (&behind, "->") || take (&behind, "\342\206\222");
  if ((!*has_head && !take (&behind, "-")) || !is_gap (behind))
    return FALSE;

  *at = behind;
  return TRUE;
}

static void
set_heads (LsnConnector *connector,
           gboolean      at_source,
           gboolean      at_target)
{
  connector->is_backward = at_source && !at_target;
  connector->direction = at_source && at_target ? LSN_DIRECTION_MUTUAL
                         : at_source || at_target ? LSN_DIRECTION_FORWARD
                                                  : LSN_DIRECTION_NONE;
}

static gboolean
take_bare (const char  **at,
           LsnConnector *connector)
{
  static const struct
  {
    const char *word;
    gboolean    at_source, at_target;
  } words[] = {
    { "<->", TRUE, TRUE },
    { "\342\206\224", TRUE, TRUE },
    { "->", FALSE, TRUE },
    { "\342\206\222", FALSE, TRUE },
    { "<-", TRUE, FALSE },
    { "\342\206\220", TRUE, FALSE },
    { "--", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *behind = *at;

      if (!take (&behind, words[i].word) || !is_gap (behind))
        continue;

      *at = behind;
      set_heads (connector, words[i].at_source, words[i].at_target);
      return TRUE;
    }
  return FALSE;
}

/* The kind up to what closes the connector. What looks like the opening of another connector says that this was none. */
static char *
take_kind (const char **at,
           gboolean    *has_head)
{
  const char *start = *at;
  gboolean    is_after_gap = FALSE;

  if (*start == '"')
    {
      g_autofree char *kind = take_quoted (at);

      return kind != NULL && take_closing (at, has_head) ? g_steal_pointer (&kind) : NULL;
    }

  for (const char *in = start; *in != '\0'; in = g_utf8_next_char (in))
    {
      const char *end = in;

      if (in > start && take_closing (&end, has_head))
        {
          *at = end;
          return g_strndup (start, (gsize) (in - start));
        }
      if (is_after_gap && (*in == '-' || *in == '<' || g_str_has_prefix (in, "\342\206\220")))
        return NULL;
      is_after_gap = is_gap (in);
    }
  return NULL;
}

/* A connector, if one stands at @at; moves behind it. */
static gboolean
take_connector (const char  **at,
                LsnConnector *connector)
{
  const char *in = *at;
  gboolean    at_source, at_target;

  connector->kind = NULL;
  if (take_bare (at, connector))
    return TRUE;
  if (!take_opening (&in, &at_source) || is_gap (in) || *in == '-' || *in == '>')
    return FALSE;

  connector->kind = take_kind (&in, &at_target);
  if (connector->kind == NULL)
    return FALSE;

  g_strstrip (connector->kind);
  set_heads (connector, at_source, at_target);
  *at = in;
  return TRUE;
}

/* ---- lines ---- */

static void
clear_name (gpointer data)
{
  g_free (((LsnSpokenName *) data)->text);
}

static void
clear_connector (gpointer data)
{
  g_free (((LsnConnector *) data)->kind);
}

static gboolean
fail (const Parser *parser,
      const char   *at,
      const char   *sentence)
{
  guint column = (guint) g_utf8_pointer_to_offset (parser->start, at) + 1;

  lsn_report_add (parser->report, LSN_SEVERITY_ERROR, parser->number, column, "%s", sentence);
  return FALSE;
}

/* A name, up to the connector or the end of the line. */
static gboolean
take_name (const Parser *parser,
           const char  **at,
           LsnEntryLine *line)
{
  const char *start = skip_spaces (*at), *in = start;
  gboolean    is_after_gap = TRUE;
  LsnSpokenName name = { .is_quoted = *start == '"' };

  if (name.is_quoted)
    {
      *at = start;
      name.text = take_quoted (at);
      if (name.text == NULL)
        return fail (parser, start, _("This quotation mark is not closed."));
      g_strstrip (name.text);
      g_array_append_val (line->names, name);
      *at = skip_spaces (*at);
      return *name.text != '\0' || fail (parser, start, _("There is no name between the quotation marks."));
    }

  for (; *in != '\0'; in = g_utf8_next_char (in))
    {
      const char *behind = in;
      LsnConnector   connector;

      if (is_after_gap && take_connector (&behind, &connector))
        {
          clear_connector (&connector);
          break;
        }
      is_after_gap = is_gap (in);
    }
  name.text = g_strstrip (g_strndup (start, (gsize) (in - start)));
  g_array_append_val (line->names, name);
  *at = in;
  if (strchr (name.text, '\t') != NULL)
    return fail (parser, start, _("This line has several columns. Put an arrow between the names, or paste it into the table."));
  if (*name.text != '\0')
    return TRUE;
  /* Translators: an arrow of the quick entry, such as "-influence->" between two names */
  return fail (parser, start, line->connectors->len > 0 ? _("There is no name behind this arrow.")
                                                             : _("There is no name before this arrow."));
}

static gboolean
take_statement (const Parser *parser,
                const char   *at,
                LsnEntryLine *line)
{
  while (take_name (parser, &at, line))
    {
      LsnConnector connector;

      if (*at == '\0')
        return TRUE;
      if (!take_connector (&at, &connector))
        return fail (parser, at, _("Behind a name in quotation marks an arrow or the end of the line must follow."));
      g_array_append_val (line->connectors, connector);
    }
  return FALSE;
}

/* What lists in other programs begin their lines with. */
static const char *
skip_bullet (const char *line)
{
  /* - * + and, as UTF-8: bullet, en and em dash, middle dot, triangular and white bullet, squares, discs */
  static const char *const bullets[] = { "-", "*", "+", "\342\200\242", "\342\200\223", "\342\200\224", "\302\267",
                                         "\342\200\243", "\342\227\246", "\342\226\252", "\342\226\240",
                                         "\342\227\217", "\342\227\213" };
  const char *start = skip_spaces (line);

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      const char *behind = start;

      if (take (&behind, bullets[i]) && is_gap (behind))
        return skip_spaces (behind);
    }
  return start;
}

/**
 * lsn_entry_line_number_end:
 * @line: UTF-8
 *
 * Returns: what stands behind the number of a numbered list, as in "2. Qatar" or "2) Qatar"; %NULL when @line has none
 */
const char *
lsn_entry_line_number_end (const char *line)
{
  const char *start = skip_spaces (line), *behind = start;

  while (g_unichar_isdigit (g_utf8_get_char (behind)) && behind - start < 9)
    behind = g_utf8_next_char (behind);
  if (behind == start || (!take (&behind, ".") && !take (&behind, ")")) || *behind == '\0' || !is_gap (behind))
    return NULL;

  behind = skip_spaces (behind);
  return *behind != '\0' ? behind : NULL;
}

/**
 * lsn_entry_line_parse:
 * @line: UTF-8, without a line end
 * @from: in @line: where that begins which it says
 * @number: of the line, from 1
 * @report: gets what is wrong with it
 *
 * Returns: (transfer full) (nullable): what the line says; %NULL when it is empty or not understood
 */
LsnEntryLine *
lsn_entry_line_parse (const char *line,
                      const char *from,
                      guint       number,
                      LsnReport  *report)
{
  Parser        parser = { line, number, report };
  const char   *start = skip_bullet (from);
  LsnEntryLine *said;

  if (*start == '\0')
    return NULL;

  said = g_new0 (LsnEntryLine, 1);
  said->names = g_array_new (FALSE, FALSE, sizeof (LsnSpokenName));
  g_array_set_clear_func (said->names, clear_name);
  said->connectors = g_array_new (FALSE, FALSE, sizeof (LsnConnector));
  g_array_set_clear_func (said->connectors, clear_connector);
  if (!take_statement (&parser, start, said))
    g_clear_pointer (&said, lsn_entry_line_free);
  return said;
}

/**
 * lsn_entry_line_free:
 * @line: (transfer full): no longer wanted
 */
void
lsn_entry_line_free (LsnEntryLine *line)
{
  g_array_unref (line->names);
  g_array_unref (line->connectors);
  g_free (line);
}

/**
 * lsn_entry_line_name:
 * @index: below the number of names
 *
 * Returns: (transfer none): a name as it was typed, without quotation marks
 */
const char *
lsn_entry_line_name (const LsnEntryLine *line,
                     guint               index)
{
  g_return_val_if_fail (index < line->names->len, NULL);

  return g_array_index (line->names, LsnSpokenName, index).text;
}

/* Whether a connector could begin here, with what may stand behind the name. */
static gboolean
may_be_connector (const char *at)
{
  LsnConnector connector = { 0 };
  gboolean     has_head;

  return take_bare (&at, &connector) || (take_opening (&at, &has_head) && !is_gap (at));
}

/**
 * lsn_quick_entry_quote:
 * @name: a name
 *
 * Returns: (transfer full): @name as the entry takes it, in quotation marks where it must be
 */
char *
lsn_quick_entry_quote (const char *name)
{
  g_autofree char *bare = g_strstrip (g_strdup (name));
  g_auto (GStrv)   parts = NULL;
  g_autofree char *doubled = NULL;
  gboolean         is_plain = strcmp (bare, name) == 0 && *name != '"' && *name != '\0' && skip_bullet (name) == name &&
                              strchr (name, '\t') == NULL && lsn_entry_line_number_end (name) == NULL &&
                              !(g_str_has_suffix (name, ")") && strchr (name, '(') != NULL);

  for (const char *at = name; is_plain && *at != '\0'; at = g_utf8_next_char (at))
    is_plain = !(at == name || is_gap (g_utf8_prev_char (at))) || !may_be_connector (at);
  if (is_plain)
    return g_steal_pointer (&bare);

  parts = g_strsplit (name, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  return g_strdup_printf ("\"%s\"", doubled);
}

/* Whether a connector reads as @kind and the direction that it was made of. */
static gboolean
reads_as (const char  *text,
          const char  *kind,
          LsnDirection direction)
{
  const char  *at = text;
  LsnConnector connector = { 0 };
  gboolean     same = take_connector (&at, &connector) && *at == '\0' && connector.direction == direction &&
                      !connector.is_backward && g_strcmp0 (connector.kind, kind) == 0;

  g_free (connector.kind);
  return same;
}

/**
 * lsn_connector_text:
 * @kind: (nullable): what the tie is called
 * @direction: where it leads
 *
 * Returns: (transfer full): what stands between the names of the source and the target of a tie: "-contact->"
 */
char *
lsn_connector_text (const char  *kind,
                    LsnDirection direction)
{
  const char *head = direction == LSN_DIRECTION_NONE ? "-" : "->";
  const char *tail = direction == LSN_DIRECTION_MUTUAL ? "<-" : "-";
  g_autofree char *text = NULL;
  g_auto (GStrv)   parts = NULL;
  g_autofree char *doubled = NULL;

  if (kind == NULL || *kind == '\0')
    return g_strdup (direction == LSN_DIRECTION_NONE ? "--" : direction == LSN_DIRECTION_MUTUAL ? "<->" : "->");

  text = g_strconcat (tail, kind, head, NULL);
  if (reads_as (text, kind, direction))
    return g_steal_pointer (&text);

  parts = g_strsplit (kind, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  return g_strdup_printf ("%s\"%s\"%s", tail, doubled, head);
}
