// SPDX-License-Identifier: GPL-3.0-or-later
// mergeRows(): brings the rows of a table from one sorted list of keys to another by the fewest announcements, so that
// selection, current row and scroll position survive a new book. GUI thread.
#pragma once

#include <cstddef>
#include <vector>

namespace rialto::trading {

/// `remove(first, last, change)` and `insert(first, last, change)` announce a change of `rows` and call `change` to make it, as a
/// model does between begin and end; both lists are sorted and hold each key once. Key needs < and ==.
template <class Key, class Remove, class Insert>
void mergeRows(std::vector<Key>& rows, const std::vector<Key>& wanted, Remove&& remove, Insert&& insert)
{
    std::size_t at = 0;
    std::size_t next = 0;
    while (at < rows.size() || next < wanted.size()) {
        if (at < rows.size() && (next == wanted.size() || rows[at] < wanted[next])) {
            std::size_t end = at + 1;
            while (end < rows.size() && (next == wanted.size() || rows[end] < wanted[next]))
                ++end;
            remove(static_cast<int>(at), static_cast<int>(end - 1), [&] {
                rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at), rows.begin() + static_cast<std::ptrdiff_t>(end));
            });
        } else if (at == rows.size() || wanted[next] < rows[at]) {
            std::size_t end = next + 1;
            while (end < wanted.size() && (at == rows.size() || wanted[end] < rows[at]))
                ++end;
            insert(static_cast<int>(at), static_cast<int>(at + end - next - 1), [&] {
                rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), wanted.begin() + static_cast<std::ptrdiff_t>(next),
                    wanted.begin() + static_cast<std::ptrdiff_t>(end));
            });
            at += end - next;
            next = end;
        } else {
            ++at;
            ++next;
        }
    }
}

} // namespace rialto::trading
