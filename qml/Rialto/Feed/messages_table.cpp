// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages.h"

namespace rialto::messages {

std::vector<Row> messagesAToI();
std::vector<Row> messagesJToR();
std::vector<Row> messagesSToZ();

const std::vector<Row>& table()
{
    static const std::vector<Row> rows = [] {
        auto all = messagesAToI();
        for (const auto& more : {messagesJToR(), messagesSToZ()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return rows;
}

} // namespace rialto::messages
