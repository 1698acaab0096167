// SPDX-License-Identifier: GPL-3.0-or-later
// RIALTO_HOT: compiled into its caller whatever its size. For the few functions that every command of the matching engine
// runs through: there the calls between them cost a tenth of the whole.
#pragma once

#if defined(_MSC_VER)
#define RIALTO_HOT __forceinline
#elif defined(__GNUC__)
#define RIALTO_HOT [[gnu::always_inline]] inline
#else
#define RIALTO_HOT inline
#endif
