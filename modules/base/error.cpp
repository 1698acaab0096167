// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace rialto {

std::string_view name(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid: return "invalid";
    case ErrorKind::NotFound: return "not-found";
    case ErrorKind::Conflict: return "conflict";
    case ErrorKind::Refused: return "refused";
    case ErrorKind::Unavailable: return "unavailable";
    case ErrorKind::Corrupt: return "corrupt";
    }
    return "unknown";
}

} // namespace rialto
