/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Frames: what goes over the pipes between Liaison and its helpers. A frame is its kind and its length, four bytes each,
 * little-endian, then so many bytes. A stream begins with a version frame. */

#define LSN_WIRE_ERROR (lsn_wire_error_quark ())
GQuark lsn_wire_error_quark (void);

typedef enum
{
  LSN_WIRE_ERROR_GARBAGE, /* these are not frames, or not what such a frame holds */
  LSN_WIRE_ERROR_VERSION, /* frames of another version */
  LSN_WIRE_ERROR_LIMIT,   /* larger than limits.h allows */
  LSN_WIRE_ERROR_CLOSED,  /* the other end closed, or the system refused */
} LsnWireError;

typedef enum
{
  LSN_FRAME_VERSION = 1,
  LSN_FRAME_REQUEST = 2,
  LSN_FRAME_ANSWER = 3,
  LSN_FRAME_REFUSAL = 4,
} LsnFrameKind;

typedef struct
{
  LsnFrameKind kind;
  GBytes      *payload;
} LsnWireFrame;

void            lsn_frame_clear        (LsnWireFrame *frame);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LsnWireFrame, lsn_frame_clear)

typedef struct _LsnFrameReader LsnFrameReader;

LsnFrameReader *lsn_frame_reader_new   (void);
void            lsn_frame_reader_free  (LsnFrameReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnFrameReader, lsn_frame_reader_free)
gboolean        lsn_frame_reader_push  (LsnFrameReader *reader,
                                        const guint8   *data,
                                        gsize           n_data,
                                        GError        **error);
gboolean        lsn_frame_reader_take  (LsnFrameReader *reader,
                                        LsnWireFrame   *frame);
gboolean        lsn_frame_reader_end   (LsnFrameReader *reader,
                                        GError        **error);

void            lsn_frame_append_version (GByteArray *stream);
void            lsn_frame_append       (GByteArray  *stream,
                                        LsnFrameKind kind,
                                        GBytes      *payload);
gboolean        lsn_frame_read         (int           fd,
                                        LsnWireFrame *frame,
                                        GError      **error);
gboolean        lsn_frame_write        (int          fd,
                                        LsnFrameKind kind,
                                        GBytes      *payload,
                                        GError     **error);

G_END_DECLS
