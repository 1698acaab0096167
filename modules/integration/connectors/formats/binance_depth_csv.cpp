// SPDX-License-Identifier: GPL-3.0-or-later
// Binance's depth dumps (futures T_DEPTH): a row a level, symbol,timestamp,first_update_id,last_update_id,side,update_type,
// price,qty,pu. Rows with the same last_update_id are one message; "snap" begins a book, "set" sets a level, 0 removes it.
#include "integration/connector.h"
#include "integration/depth_book.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace binancedepth {
namespace {

int recognise(const Payload& payload) { return payload.firstLine().starts_with("symbol,timestamp,first_update_id,last_update_id,side,update_type,price,qty") ? 95 : 0; }

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    DepthReplay replay(harvest, "binance", payload.options);
    DepthMessage message;
    std::string lastId;
    const auto flush = [&](const TextRow& row) {
        if (!message.levels.empty())
            replay.apply(message, {row.row, row.line, {}});
        message.levels.clear();
    };
    TextRow last;
    const auto done = forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        if (row.row == 1)
            return true;
        const auto time = epochTime(row.at(1));
        const bool bid = row.at(4) == "b";
        const bool snapshot = row.at(5) == "snap";
        if (row.fields.size() < 8 || !time || (!bid && row.at(4) != "a") || (!snapshot && row.at(5) != "set") || !wholeNumber(row.at(3))) {
            harvest.reject(row.row, row.line, {}, row.fields.size() < 8 ? "columns-missing" : time ? "message-unknown" : "time-malformed", std::string(row.at(5).substr(0, 40)));
            return true;
        }
        const std::string id = std::string(row.at(0)) + " " + std::string(row.at(3)) + " " + std::string(row.at(5));
        if (id != lastId)
            flush(row);
        lastId = id;
        if (message.levels.empty()) {
            message.symbol = row.at(0);
            message.time = *time;
            message.snapshot = snapshot;
            message.firstId = wholeNumber(row.at(2)).value_or(0);
            message.lastId = wholeNumber(row.at(3)).value_or(0);
            message.previousId = wholeNumber(row.at(8)).value_or(-1);
        }
        DepthLevel level{bid, std::string(row.at(6)), std::string(row.at(7))};
        if (const char* fault = DepthReplay::fault(level)) {
            harvest.reject(row.row, row.line, "price", fault, level.price + " " + level.size);
            return true;
        }
        message.levels.push_back(std::move(level));
        harvest.accept();
        last = {{}, row.row, row.line, CsvFlaw::None};
        return true;
    });
    flush(last);
    replay.finish();
    return done;
}

} // namespace
} // namespace binancedepth

Connector binanceDepthCsvConnector() { return {"binance-depth-csv", "Binance depth snapshots and updates (CSV)", "depth", binancedepth::recognise, binancedepth::parse}; }

} // namespace rialto::integration
