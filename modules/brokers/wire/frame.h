// SPDX-License-Identifier: GPL-3.0-or-later
// Frames on a byte stream: four bytes of length (big endian), one byte of kind, then so many bytes less one of content. The reader
// takes bytes as they come and gives whole frames; a length of zero or above the limit breaks the stream for good, because
// nothing after it can be trusted. A value; one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rialto {

/// What a frame between workstation and adapter host holds.
enum class FrameKind : std::uint8_t {
    Hello = 1,    // host -> workstation: {"is":"hello","wire":1,"token":...}, once; workstation -> host: the settings
    Ready = 2,    // host -> workstation: the adapter's capabilities; it has been created
    Verb = 3,     // workstation -> host
    Event = 4,    // host -> workstation
    Alive = 5,    // both ways, empty: a side that is silent for too long is taken for hung
    Refused = 6   // host -> workstation: a sentence; the host ends
};

std::string frame(FrameKind kind, std::string_view content);

class FrameReader {
public:
    struct Frame {
        FrameKind kind = FrameKind::Alive;
        std::string content;
    };

    /// `largest` is of the content. Bytes beyond one frame and a read are not kept: take frames after every call.
    explicit FrameReader(std::size_t largest) : m_largest(largest) {}
    void add(std::string_view bytes) { m_bytes.append(bytes); }
    /// The next whole frame, if there is one.
    std::optional<Frame> next();
    bool broken() const { return m_broken; }

private:
    std::size_t m_largest;
    std::string m_bytes;
    std::size_t m_at = 0;
    bool m_broken = false;
};

} // namespace rialto
