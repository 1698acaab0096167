// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages.h"

namespace rialto::messages {

std::vector<Row> messagesAToI();
std::vector<Row> messagesJToZ();

const std::vector<Row>& table()
{
    static const std::vector<Row> rows = [] {
        auto all = messagesAToI();
        const auto rest = messagesJToZ();
        all.insert(all.end(), rest.begin(), rest.end());
        return all;
    }();
    return rows;
}

} // namespace rialto::messages
