// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/matching_events.h"

#include <array>

namespace rialto::matching {

namespace {
constexpr std::array<std::string_view, 8> kRejectReasons = {"unknown_order", "unknown_book", "duplicate_id", "zero_quantity",
                                                            "price_outside_band", "bad_combination", "not_in_this_phase", "group_refused"};
constexpr std::array<std::string_view, 13> kCancelReasons = {
    "requested", "not_filled_at_once", "not_filled_in_full", "would_take", "self_trade", "end_of_day", "expired", "no_reference",
    "below_minimum", "auction_over", "group_done", "interrupted", "worse_than_fixed"};
}

std::string_view name(RejectReason reason)
{
    return kRejectReasons[static_cast<std::size_t>(reason)];
}

std::string_view name(CancelReason reason)
{
    return kCancelReasons[static_cast<std::size_t>(reason)];
}

} // namespace rialto::matching
