// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/transfer.h"

namespace rialto {

Currency AssetId::currency() const
{
    RIALTO_CHECK(!isInstrument() && key != 0, "the asset is not a currency");
    const char code[] = {static_cast<char>(key >> 16 & 0xFF), static_cast<char>(key >> 8 & 0xFF), static_cast<char>(key & 0xFF)};
    return Currency::literal(std::string_view(code, 3));
}

std::string_view name(Bucket bucket)
{
    constexpr std::string_view kNames[] = {"own", "margin", "variation", "external", "market", "fees", "taxes", "income"};
    return kNames[static_cast<std::size_t>(bucket)];
}

std::string_view name(GroupKind kind)
{
    constexpr std::string_view kNames[] = {"deposit", "withdrawal", "trade", "reserve", "release", "settlement", "dividend",
        "interest", "fee", "reversal", "corporate-action"};
    return kNames[static_cast<std::size_t>(kind)];
}

} // namespace rialto
