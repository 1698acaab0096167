// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/zeroed_memory.h"

#include "base/check.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace rialto::matching {

namespace {
constexpr std::size_t kHugePage = std::size_t{1} << 21U;
constexpr std::size_t kLine = 64;

constexpr std::size_t roundUp(std::size_t bytes, std::size_t unit)
{
    return (bytes + unit - 1) / unit * unit;
}
}

ZeroedMemory::ZeroedMemory(std::size_t bytes) : m_bytes(bytes)
{
#ifdef __linux__
    if (bytes >= kHugePage / 2) {
        // One huge page more than asked for leaves room to start on the boundary of one.
        m_bytes = roundUp(bytes, kHugePage);
        void* mapped = mmap(nullptr, m_bytes + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        RIALTO_CHECK(mapped != MAP_FAILED, "no memory for the order books");
        const auto start = reinterpret_cast<std::uintptr_t>(mapped);
        const std::uintptr_t aligned = roundUp(start, kHugePage);
        if (aligned != start)
            munmap(mapped, aligned - start);
        if (const std::size_t behind = start + kHugePage - aligned; behind != 0)
            munmap(reinterpret_cast<void*>(aligned + m_bytes), behind);
        m_data = reinterpret_cast<void*>(aligned);
        m_mapped = true;
        madvise(m_data, m_bytes, MADV_HUGEPAGE); // only a wish: small pages are as correct
        return;
    }
#endif
    m_data = std::calloc(1, std::max<std::size_t>(bytes, 1));
    RIALTO_CHECK(m_data != nullptr, "no memory for the order books");
}

ZeroedMemory::~ZeroedMemory()
{
#ifdef __linux__
    if (m_mapped) {
        munmap(m_data, m_bytes);
        return;
    }
#endif
    std::free(m_data);
}

void* WindowArena::take(std::size_t bytes)
{
    bytes = roundUp(bytes, kLine);
    const auto reusable = std::find_if(m_free.begin(), m_free.end(), [&](const Block& b) { return b.bytes == bytes; });
    if (reusable != m_free.end()) {
        void* data = reusable->data;
        *reusable = m_free.back();
        m_free.pop_back();
        return std::memset(data, 0, bytes);
    }
    if (bytes >= kHugePage / 2) {
        m_chunks.emplace_back(bytes);
        return m_chunks.back().data();
    }
    if (m_shared == 0 || m_used + bytes > m_chunks[m_shared - 1].bytes()) {
        m_chunks.emplace_back(kHugePage);
        m_shared = m_chunks.size();
        m_used = 0;
    }
    void* data = static_cast<std::byte*>(m_chunks[m_shared - 1].data()) + m_used;
    m_used += bytes;
    return data;
}

void WindowArena::giveBack(void* block, std::size_t bytes)
{
    if (block == nullptr)
        return;
    bytes = roundUp(bytes, kLine);
    const auto own = std::find_if(m_chunks.begin(), m_chunks.end(), [&](const ZeroedMemory& c) { return c.data() == block; });
    if (bytes >= kHugePage / 2 && own != m_chunks.end()) {
        const auto place = static_cast<std::size_t>(own - m_chunks.begin());
        m_chunks.erase(own);
        if (m_shared > place + 1)
            --m_shared;
        return;
    }
    m_free.push_back({block, bytes});
}

} // namespace rialto::matching
