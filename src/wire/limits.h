/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

/* What a frame, an array and a text may be at most. Both ends check everything they get against these: the helper because a
 * request carries what a stranger's file says, the caller because the helper has worked on it. */

#define LSN_WIRE_MAGIC 0x314e534cu /* "LSN1" */
#define LSN_WIRE_VERSION 1u

#define LSN_WIRE_MAX_FRAME (512u * 1024u * 1024u)
#define LSN_WIRE_MAX_GRAPHS 1000000u
#define LSN_WIRE_MAX_NODES 2000000u
#define LSN_WIRE_MAX_EDGES 4000000u           /* as many as a file may have ties */
#define LSN_WIRE_MAX_CLUSTERS 1000000u
#define LSN_WIRE_MAX_TEXTS 32000000u
/* Defaults among them: few bytes of DOT say one of every node */
#define LSN_WIRE_MAX_ATTRIBUTES 4000000u
#define LSN_WIRE_MAX_WORD 256u                /* a name of an engine or a format */
#define LSN_WIRE_MAX_DETAIL 4096u             /* what an error says in detail */
#define LSN_WIRE_MAX_DOT (128u * 1024u * 1024u)
#define LSN_WIRE_MAX_PLACE 1e9                /* no size and no place is beyond */
