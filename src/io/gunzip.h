/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Decompresses gzip of one or more members, one after the other, as gzip itself does. Its errors are
 * words for people that begin without a capital letter. */
#define LSN_TYPE_GUNZIP (lsn_gunzip_get_type ())
G_DECLARE_FINAL_TYPE (LsnGunzip, lsn_gunzip, LSN, GUNZIP, GObject)

GConverter *lsn_gunzip_new (void);

G_END_DECLS
