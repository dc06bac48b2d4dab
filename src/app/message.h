/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *lsn_message_new (GtkWindow  *parent,
                            const char *heading,
                            const char *body);

GtkWidget *lsn_message_new_replace (GtkWindow  *parent,
                                    const char *heading,
                                    const char *body);

G_END_DECLS
