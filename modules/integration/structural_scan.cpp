// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/structural_scan.h"

#include "base/check.h"

#include <bit>
#include <limits>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define RIALTO_SCAN_SSE2 1
#endif

namespace rialto::integration {

void scanStructure(std::string_view text, char delimiter, char quote, std::vector<std::uint32_t>& marks)
{
    RIALTO_CHECK(text.size() < std::numeric_limits<std::uint32_t>::max(), "a scanned text is smaller than 4 GB");
    // Room for the worst case, written through a pointer: push_back would cost more than the search.
    marks.resize(text.size());
    std::uint32_t* out = marks.data();
    std::size_t at = 0;
#ifdef RIALTO_SCAN_SSE2
    const __m128i delimiters = _mm_set1_epi8(delimiter);
    const __m128i quotes = _mm_set1_epi8(quote);
    const __m128i returns = _mm_set1_epi8('\r');
    const __m128i feeds = _mm_set1_epi8('\n');
    for (; at + 16 <= text.size(); at += 16) {
        const __m128i bytes = _mm_loadu_si128(static_cast<const __m128i*>(static_cast<const void*>(text.data() + at)));
        const __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, delimiters), _mm_cmpeq_epi8(bytes, quotes)),
            _mm_or_si128(_mm_cmpeq_epi8(bytes, returns), _mm_cmpeq_epi8(bytes, feeds)));
        auto bits = static_cast<std::uint32_t>(_mm_movemask_epi8(found));
        while (bits != 0) {
            *out++ = static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(std::countr_zero(bits));
            bits &= bits - 1;
        }
    }
#endif
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == delimiter || c == quote || c == '\r' || c == '\n')
            *out++ = static_cast<std::uint32_t>(at);
    }
    marks.resize(static_cast<std::size_t>(out - marks.data()));
}

} // namespace rialto::integration
