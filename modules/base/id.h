// SPDX-License-Identifier: GPL-3.0-or-later
// Id<Tag>: a number that cannot be mistaken for another kind of number. 0 means "none".
#pragma once

#include <cstdint>
#include <functional>

namespace rialto {

template <class Tag, class Rep = std::uint64_t>
struct Id {
    Rep value = 0;

    constexpr Id() = default;
    constexpr explicit Id(Rep number) : value(number) {}
    constexpr bool valid() const { return value != 0; }

    friend constexpr bool operator==(Id a, Id b) { return a.value == b.value; }
    friend constexpr bool operator!=(Id a, Id b) { return a.value != b.value; }
    friend constexpr bool operator<(Id a, Id b) { return a.value < b.value; }
};

} // namespace rialto

template <class Tag, class Rep>
struct std::hash<rialto::Id<Tag, Rep>> {
    std::size_t operator()(rialto::Id<Tag, Rep> id) const noexcept { return std::hash<Rep>{}(id.value); }
};
