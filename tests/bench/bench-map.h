/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/edit.h"

/* A laid-out map in clusters, with all kinds of lines, the same for the same numbers. The first actor has @n_hub ties. */
LsnMap *bench_map_clustered (guint n_actors,
                             guint n_ties,
                             guint n_hub);
