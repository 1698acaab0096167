// SPDX-License-Identifier: GPL-3.0-or-later
// ZeroedMemory: a block of zero bytes, on huge pages where the system offers them (books of many orders otherwise spend
// much of their time in page-table walks). WindowArena: small blocks cut from such blocks, with reuse. Internal to the
// matching module; one thread.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace rialto::matching {

class ZeroedMemory {
public:
    ZeroedMemory() = default;
    explicit ZeroedMemory(std::size_t bytes);
    ~ZeroedMemory();
    ZeroedMemory(ZeroedMemory&& other) noexcept
        : m_data(std::exchange(other.m_data, nullptr)), m_bytes(std::exchange(other.m_bytes, 0)),
          m_mapped(std::exchange(other.m_mapped, false))
    {
    }
    ZeroedMemory& operator=(ZeroedMemory&& other) noexcept
    {
        std::swap(m_data, other.m_data);
        std::swap(m_bytes, other.m_bytes);
        std::swap(m_mapped, other.m_mapped);
        return *this;
    }

    void* data() const { return m_data; }
    std::size_t bytes() const { return m_bytes; }

private:
    void* m_data = nullptr;
    std::size_t m_bytes = 0;
    bool m_mapped = false;
};

class WindowArena {
public:
    /// Zero bytes, aligned to a cache line.
    void* take(std::size_t bytes);
    void giveBack(void* block, std::size_t bytes);

private:
    struct Block {
        void* data;
        std::size_t bytes;
    };
    std::vector<ZeroedMemory> m_chunks;
    std::size_t m_used = 0; // of the last shared chunk
    std::size_t m_shared = 0; // its place in m_chunks, plus one
    std::vector<Block> m_free;
};

} // namespace rialto::matching
