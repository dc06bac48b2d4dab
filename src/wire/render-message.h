/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A DOT text and the format that it shall be rendered to. The answer is the picture, as it is. */

const char * const *lsn_render_formats        (void);
gboolean            lsn_render_format_allowed (const char *format);
GBytes             *lsn_render_request_pack   (const char *format,
                                               GBytes     *dot);
GBytes             *lsn_render_request_unpack (GBytes  *payload,
                                               char   **format,
                                               GError **error);

G_END_DECLS
