// SPDX-License-Identifier: GPL-3.0-or-later
// Tardis book_snapshot_N files: a row a snapshot, asks[0].price,asks[0].amount,bids[0].price,...; times in microseconds.
#include "integration/connector.h"
#include "integration/depth_book.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace tardis {
namespace {

int recognise(const Payload& payload) { return payload.firstLine().starts_with("exchange,symbol,timestamp,local_timestamp,asks[0].price") ? 95 : 0; }

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    struct Column {
        std::size_t at = 0;
        bool bid = false;
    };
    std::vector<Column> prices;
    DepthReplay replay(harvest, "tardis", payload.options);
    const auto done = forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        if (row.row == 1) {
            for (std::size_t i = 4; i < row.fields.size(); ++i)
                if (row.at(i).ends_with("].price"))
                    prices.push_back({i, row.at(i).starts_with("bids")});
            return true;
        }
        const auto time = epochTime(row.at(2));
        if (!time) {
            harvest.reject(row.row, row.line, "timestamp", "time-malformed", std::string(row.at(2).substr(0, 40)));
            return true;
        }
        DepthMessage message;
        message.symbol = row.at(1);
        message.time = *time;
        message.snapshot = true;
        for (const auto& column : prices)
            if (!row.at(column.at).empty())
                message.levels.push_back({column.bid, std::string(row.at(column.at)), std::string(row.at(column.at + 1))});
        replay.take(message, {row.row, row.line, {}});
        return true;
    });
    replay.finish();
    return done;
}

} // namespace
} // namespace tardis

Connector tardisBookCsvConnector() { return {"tardis-book", "Tardis book snapshots (CSV)", "depth", tardis::recognise, tardis::parse}; }

} // namespace rialto::integration
