/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>
#include <libxml/parser.h>
#include "io/files.h"
#include "io/kept.h"
#include "io/limits.h"
#include "model/edit.h"
#include "model/kinds.h"
#include "model/report.h"

G_BEGIN_DECLS

/* What the files graphml-*.c share while they read one GraphML document. Nothing of it is seen outside.
 *
 * A document is read in one pass when it says everything in time, as ours do. Some things are known only at its end: that a
 * column `power` holds megawatts, that every node has a value for the column `id`, that a key is declared after its use, that
 * an edge ends nowhere. Such a discovery is noted in what outlives a pass (keys, specs, ids), @again is set, and the document
 * is read once more into a new map, with that knowledge. So values are never converted back, and nothing is lost on the way. */

/* An error code of the reader's own: perhaps it can be mended */
#define LSN_GRAPHML_INVALID_CHARACTER 1000

/* A column that the file describes in its own tables. */
typedef struct
{
  char          *id;
  LsnTable       table;
  LsnColumnSpec  spec;      /* its texts and choices are in @texts and @choices */
  GStringChunk  *texts;
  GArray        *choices;   /* of LsnChoice */
} LsnFileColumn;

/* What a key means for the rows of one table. */
typedef struct
{
  LsnColumn     column;     /* LSN_NO_COLUMN: not asked for yet */
  LsnColumnType type;
  LsnTable      refers_to;
  LsnRow        given;      /* the row that a value was met for last, of the rows that are open */
  LsnRow        last;       /* the row that @last_text referred to: kinds come in runs */
  char         *last_text;
  gboolean      misfit;     /* outlives a pass, as what follows: its values do not fit the built-in column of that name */
  gboolean      as_text;    /* its values are not of the type that it says */
  gboolean      as_xml;     /* a value of it holds elements */
  char         *example;    /* the first value that told us so, its line and column */
  guint         line, at;
} LsnKeyUse;

typedef enum
{
  LSN_FOR_MAP = 1 << LSN_TABLE_MAP,
  LSN_FOR_ACTORS = 1 << LSN_TABLE_ACTORS,
  LSN_FOR_TIES = 1 << LSN_TABLE_TIES,
  LSN_FOR_ALL = LSN_FOR_MAP | LSN_FOR_ACTORS | LSN_FOR_TIES,
  LSN_FOR_OTHERS = 0,       /* ports, hyperedges, the file: kept */
} LsnKeyFor;

#define LSN_N_KEYED_TABLES (LSN_TABLE_TIES + 1)

typedef struct
{
  char         *id;
  char         *name;       /* attr.name, or what stands for it */
  LsnColumnType type;
  LsnKeyFor     what;
  gboolean      declared;   /* by a <key>; else made up for a <data> */
  gboolean      is_tables;
  gboolean      is_id;      /* a string column named "id": perhaps the ids of the rows */
  gboolean      used;
  guint         position;   /* in the document, among its keys */
  guint         line;       /* of its <key> */
  gboolean      fresh;      /* read for the first time in this pass */
  char         *attributes; /* foreign ones of the <key> */
  GString      *content;    /* foreign elements in it */
  GString      *text_default;
  LsnKeyUse     uses[LSN_N_KEYED_TABLES];
} LsnKey;

typedef enum
{
  LSN_IN_DOCUMENT,
  LSN_IN_GRAPHML,
  LSN_IN_KEY,
  LSN_IN_DEFAULT,
  LSN_IN_GRAPH,
  LSN_IN_NODE,
  LSN_IN_EDGE,
  LSN_IN_DATA,
  LSN_IN_TABLES,
  LSN_IN_TABLE,
  LSN_IN_ROW,
  LSN_IN_CELL,
  LSN_IN_CHOICE,
} LsnPlace;

typedef struct
{
  LsnPlace  place;
  LsnTable  table;          /* of the row that data here belongs to */
  LsnRow    row;
  guint     ordinal;        /* of that row in the document */
  gboolean  directed;       /* LSN_IN_GRAPH: edgedefault */
  gboolean  direction_given;/* LSN_IN_EDGE: by a cell */
  gboolean  is_xml;         /* LSN_IN_DATA: elements were met */
  guint     n_given;        /* of self->given, when it began */
  LsnKey   *key;            /* LSN_IN_KEY, LSN_IN_DATA */
  GString  *nested;         /* LSN_IN_GRAPH inside a node: what it says of itself, as XML */
  gsize     nested_start;   /* the end of its start tag there, which lacks its ">" */
  gboolean  says_something; /* more than the direction of its edges */
  gboolean  data_noted;     /* that it has data of its own was said */
} LsnFrame;

/* A value that was met for a row that is open. */
typedef struct
{
  LsnKeyUse *use;
  LsnRow     before;        /* what @use->given is when that row ends: nodes stand in nodes */
} LsnGiven;

/* A reference to a row that had not come yet. */
typedef struct
{
  LsnTable    table;
  LsnRow      row;
  LsnColumn   column;
  LsnTable    to;
  const char *id;           /* in the pass's string chunk */
  guint       line, at;     /* and its column */
} LsnPending;

/* An edge one of whose ends had not come yet. */
typedef struct
{
  LsnRow      row;
  guint       ordinal;
  const char *source, *target;
  guint       line, at;
} LsnPendingTie;

typedef struct
{
  const char *prefix, *uri; /* interned in the parser's dictionary */
  guint       depth;
} LsnScopedName;

/* What is kept of one row, before it is set. */
typedef struct
{
  LsnRow   row;
  GString *xml;
} LsnKeptCell;

/* Foreign XML as it comes in, written back as text. */
typedef struct
{
  GString  *xml;
  gsize     room;           /* bytes that may be kept where it goes */
  gsize     n_left_out;     /* bytes that were too many, about */
  gboolean  full;           /* there were some */
  guint     depth;          /* elements open in it; 0: not capturing */
  gboolean  open;           /* the last start tag still lacks its ">" */
  GArray   *names;          /* of LsnScopedName: namespaces declared in the piece */
  gboolean  wrapped;        /* an element of ours is around it */
  gboolean  into_data;      /* the value of a <data> */
  gboolean  into_nested;    /* the nested graph that is open; else @key, else @kept of @table and @row */
  LsnKept   kept;
  LsnTable  table;
  LsnRow    row;
  LsnKey   *key;            /* content of a <key> */
} LsnCapture;

typedef struct
{
  /* Of the whole reading */
  LsnOrigin    *origin;
  GPtrArray    *keys;       /* of LsnKey, declared, in document order */
  GPtrArray    *made_keys;  /* of LsnKey, made up for values without one */
  GHashTable   *columns;    /* id -> LsnFileColumn: columns as the file's own tables describe them */
  GPtrArray    *ids[LSN_N_KEYED_TABLES];    /* the column `id` in document order: the rows' ids from the second pass on */
  GHashTable   *taken[LSN_N_KEYED_TABLES];  /* ids like "e12" that rows bring along */
  GHashTable   *dangling;   /* ordinals of edges that end nowhere */
  guint         pass;
  gboolean      last_pass;  /* whatever is discovered now is reported only */

  /* Of one pass */
  gboolean      again;
  gboolean      forget;     /* as if it were the first time, but for the edges that end nowhere */
  LsnMap       *map;
  LsnReport    *report;
  GError       *error;
  xmlParserCtxtPtr parser;
  GCancellable *cancellable;
  guint         depth;      /* elements open */
  guint         declared[LSN_IO_MAX_DEPTH + 1]; /* namespaces that each of them declares */
  guint         n_namespaces;                   /* their sum */
  GArray       *frames;     /* of LsnFrame; the last is where we are */
  GArray       *given;      /* of LsnGiven */
  LsnCapture    capture;
  GString      *text;       /* of the <data>, <default> or cell that is open */
  gboolean      text_full;  /* it is longer than a cell may be, the rest was left out */
  guint         n_keys;     /* <key> elements met */
  guint         n_foreign_keys; /* those of them that are only kept */
  guint         next_key;   /* where the next <data> probably finds its key */
  GHashTable   *key_index[LSN_N_KEYED_TABLES]; /* id -> LsnKey */
  GHashTable   *keys_by_id;
  GHashTable   *numbers;    /* "n" or "i", a table, a name or an id that was taken -> the last number tried for it */
  guint64       defaults;   /* bytes of the cells that defaults have filled */
  guint64       claimed[LSN_N_KEYED_TABLES];   /* built-in columns that a key has */
  gboolean      ending;     /* the file has ended, the parser works on what is left */
  gboolean      resolved;   /* the keys have their columns */
  gboolean      own;        /* the file has our tables */
  gboolean      kinds;      /* the map has its kinds */
  gboolean      bare;       /* the document has no namespace */
  gboolean      graph_seen;
  guint         n_rows[LSN_N_KEYED_TABLES];     /* met in the document */
  guint         n_numbered[LSN_N_KEYED_TABLES]; /* the last k of an "ek" */
  GPtrArray    *id_cells[LSN_N_KEYED_TABLES];   /* values of the column `id`, by ordinal - 1 */
  GHashTable   *by_xml_id;  /* XML id -> row, when the ids come from a column */
  GString      *names;      /* attributes of the tag in hand, terminated */
  GArray       *pending;    /* of LsnPending */
  GArray       *pending_ties; /* of LsnPendingTie */
  GStringChunk *strings;
  guint64       lost;       /* bytes of others that could not be kept */
  guint         lost_line, lost_at; /* of the first of them */
  LsnKeptCell   kept[LSN_N_KEYED_TABLES][LSN_N_KEPT]; /* being put together */
  LsnFileColumn *column;    /* that the file's table `columns` is describing */
  LsnTable      own_table;  /* of the <l:table> that is open */
  gboolean      own_columns;/* it is the table `columns` */
  char         *cell;       /* name of the <l:cell>, id of the <l:choice> that is open */
  LsnColumn     fill, shape;/* what yEd drew */
  gboolean      places_rounded;
  gboolean      folders;    /* yEd's groups were met */
  /* Names in the parser's dictionary, to be compared by address */
  const xmlChar *name_graphml, *name_graph, *name_node, *name_edge, *name_data, *name_key, *name_default, *name_desc;
  const xmlChar *name_id, *name_source, *name_target, *name_directed;
  const xmlChar *uri_known; /* the last namespace that was found to be GraphML's */
} LsnGraphml;

/* A start tag as SAX2 hands it out */
typedef struct
{
  const xmlChar  *name, *prefix, *uri;
  int             n_namespaces, n_attributes;
  const xmlChar **namespaces, **attributes;
} LsnStartTag;

/* An attribute of it: not terminated */
typedef struct
{
  const xmlChar *name, *prefix, *uri;
  const char    *value;
  gsize          length;
} LsnAttribute;

static inline LsnAttribute
lsn_attribute (const LsnStartTag *tag,
               int                index)
{
  const xmlChar **a = tag->attributes + 5 * index;

  return (LsnAttribute) { a[0], a[1], a[2], (const char *) a[3], a[4] - a[3] };
}

static inline LsnFrame *
lsn_graphml_top (LsnGraphml *self)
{
  return &g_array_index (self->frames, LsnFrame, self->frames->len - 1);
}

/* graphml-parser.c: libxml2 */
void          lsn_graphml_parse   (LsnGraphml *self, const char *bytes, gsize length);
void          lsn_graphml_end_parsing (LsnGraphml *self);
void          lsn_graphml_free_parser (LsnGraphml *self);
void          lsn_graphml_listen  (LsnGraphml *self, gboolean listen);
void          lsn_graphml_fail    (LsnGraphml *self, LsnIoError code, const char *format, ...) G_GNUC_PRINTF (3, 4);
void          lsn_graphml_note    (LsnGraphml *self, LsnSeverity severity, const char *format, ...) G_GNUC_PRINTF (3, 4);
void          lsn_graphml_fail_at (LsnGraphml *self, guint line, LsnIoError code, const char *format, ...)
G_GNUC_PRINTF (4, 5);
gboolean      lsn_graphml_is_cancelled (LsnGraphml *self);
guint         lsn_graphml_at      (LsnGraphml *self);
guint         lsn_graphml_line    (LsnGraphml *self);
char         *lsn_graphml_shown   (const char *text);
char         *lsn_graphml_value   (LsnGraphml *self, LsnAttribute attribute);
LsnAttribute  lsn_graphml_find_attribute (const LsnStartTag *tag, const char *name);
gboolean      lsn_graphml_is_ours (LsnGraphml *self, const xmlChar *uri);
LsnFrame     *lsn_graphml_push    (LsnGraphml *self, LsnPlace place);

/* graphml-elements.c: <graphml>, <graph>, <node>, <edge>, <data> */
void          lsn_graphml_start   (LsnGraphml *self, const LsnStartTag *tag);
void          lsn_graphml_end     (LsnGraphml *self);
void          lsn_graphml_finish_pass (LsnGraphml *self);

gboolean      lsn_graphml_is_directed (const LsnStartTag *tag);

/* graphml-nested.c: graphs in nodes */
void          lsn_graphml_start_nested (LsnGraphml *self, const LsnStartTag *tag);
void          lsn_graphml_keep_in_nested (LsnGraphml *self, const LsnStartTag *tag, gboolean ours);
void          lsn_graphml_end_nested (LsnGraphml *self, LsnFrame frame);

/* graphml-rows.c: ids of rows, ends of ties, references */
LsnRow        lsn_graphml_insert  (LsnGraphml *self, LsnTable table, const char *id);
LsnRow        lsn_graphml_insert_tie (LsnGraphml *self, const char *id, const char *source, const char *target);

void          lsn_graphml_refer   (LsnGraphml *self, LsnTable table, LsnRow row, LsnColumn column, LsnTable to,
                                   const char *id);
void          lsn_graphml_finish_references (LsnGraphml *self);
void          lsn_graphml_finish_ties (LsnGraphml *self);

/* graphml-keys.c */
void          lsn_graphml_key     (LsnGraphml *self, const LsnStartTag *tag);
LsnKey       *lsn_graphml_find_key (LsnGraphml *self, const char *id, gsize length, LsnTable table);
LsnKeyUse    *lsn_graphml_use_key (LsnGraphml *self, LsnKey *key, LsnTable table);
void          lsn_graphml_resolve (LsnGraphml *self);
void          lsn_graphml_finish_keys (LsnGraphml *self);
void          lsn_key_free        (gpointer key);
void          lsn_key_forget      (LsnKey *key);
void          lsn_graphml_index_keys (LsnGraphml *self);
LsnColumn     lsn_graphml_new_column (LsnGraphml *self, LsnTable table, const char *id, const char *name,
                                      const LsnColumnSpec *like);

/* graphml-cells.c */
gboolean      lsn_graphml_store   (LsnGraphml *self, const LsnFrame *frame);
void          lsn_graphml_forget_given (LsnGraphml *self, guint n);
void          lsn_graphml_store_default (LsnGraphml *self, LsnKey *key, LsnTable table);
void          lsn_graphml_store_own (LsnGraphml *self, LsnTable table, LsnRow row, LsnColumn column, const char *text);

/* graphml-foreign.c */
void          lsn_graphml_keep    (LsnGraphml *self, const LsnStartTag *tag, LsnKept kept, LsnTable table, LsnRow row);
void          lsn_graphml_keep_wrapped (LsnGraphml *self, const LsnStartTag *tag);
void          lsn_graphml_keep_in_key (LsnGraphml *self, const LsnStartTag *tag, LsnKey *key);
void          lsn_graphml_keep_nested (LsnGraphml *self, const LsnStartTag *tag);
void          lsn_graphml_add_kept (LsnGraphml *self, LsnTable table, LsnRow row, LsnKept kept, const char *xml);
void          lsn_graphml_keep_data (LsnGraphml *self, const LsnStartTag *tag);
void          lsn_graphml_keep_attributes (LsnGraphml *self, const LsnStartTag *tag, LsnKept kept, LsnTable table,
                                           LsnRow row, const char * const *known);
char         *lsn_graphml_foreign_attributes (LsnGraphml *self, const LsnStartTag *tag, const char * const *known);
void          lsn_graphml_finish_kept (LsnGraphml *self);
void          lsn_graphml_lose    (LsnGraphml *self, gsize n_bytes);
void          lsn_graphml_report_lost (LsnGraphml *self);
void          lsn_capture_start   (LsnGraphml *self, const LsnStartTag *tag);
void          lsn_capture_end     (LsnGraphml *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri);
void          lsn_capture_text    (LsnGraphml *self, const char *text, gsize length);
void          lsn_capture_raw     (LsnGraphml *self, const char *before, const char *text, const char *after);

/* graphml-yed.c */
void          lsn_graphml_read_yed (LsnGraphml *self, LsnTable table, LsnRow row, const char *xml);

/* graphml-tables.c: our own namespace */
gboolean      lsn_graphml_tables_start (LsnGraphml *self, const LsnStartTag *tag);
void          lsn_graphml_tables_end (LsnGraphml *self, LsnFrame frame);
void          lsn_graphml_need_kinds (LsnGraphml *self);
void          lsn_file_column_free (gpointer column);

G_END_DECLS
