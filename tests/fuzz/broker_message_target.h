// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes that pretend to come from an adapter or its host: what is read and written again reads the same, in
// frames cut anywhere, and no frame is larger than its limit.
#pragma once

#include "base/check.h"
#include "brokers/wire/broker_message.h"
#include "brokers/wire/frame.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace rialto::fuzzing {

inline void runBrokerMessageTarget(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto event = parseEvent(text)) {
        const auto again = parseEvent(toMessage(*event));
        RIALTO_CHECK(again.ok() && toMessage(*again) == toMessage(*event), "an event changes when it is written again");
    }
    if (const auto verb = parseVerb(text)) {
        const auto again = parseVerb(toMessage(*verb));
        RIALTO_CHECK(again.ok() && toMessage(*again) == toMessage(*verb), "a verb changes when it is written again");
    }
    (void)parseCapabilities(text);

    constexpr std::size_t kLimit = 4096;
    FrameReader reader(kLimit);
    const std::size_t piece = size == 0 ? 1 : data[0] % 7U + 1U;
    for (std::size_t at = 0; at < size; at += piece) {
        reader.add(std::string_view(text).substr(at, piece));
        while (const auto frame = reader.next())
            RIALTO_CHECK(frame->content.size() <= kLimit, "a frame is larger than its limit");
    }
    FrameReader whole(text.size());
    whole.add(frame(FrameKind::Event, text));
    const auto back = whole.next();
    RIALTO_CHECK(back && back->content == text && !whole.next() && !whole.broken(), "a frame changes on its way");
}

} // namespace rialto::fuzzing
