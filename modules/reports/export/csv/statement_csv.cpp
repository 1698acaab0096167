// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/csv/statement_csv.h"

#include "reports/export/csv/csv_writer.h"

namespace rialto::reports {

std::string holdingsCsv(const StatementData& data, const CsvOptions& options)
{
    CsvWriter csv(options.byteOrderMark);
    csv.header({"as_of", "account", "symbol", "name", "asset_class", "quantity", "average_cost", "price", "price_date", "currency", "cost", "value", "gain",
        "base_currency", "cost_base", "value_base", "gain_base"});
    for (const auto& row : data.holdings) {
        csv.value(data.to.text()).text(row.accountNumber).text(row.symbol).text(row.name.in(options.language)).value(name(row.assetClass));
        csv.value(row.quantity.text()).value(row.averageCost.text()).value(row.price.text()).value(row.priceDate.text());
        csv.value(row.valueLocal.currency().code()).value(row.costLocal.text()).value(row.valueLocal.text()).value((row.valueLocal - row.costLocal).text());
        csv.value(data.base.code()).value(row.costBase.text()).value(row.valueBase.text()).value((row.valueBase - row.costBase).text());
        csv.endRow();
    }
    return csv.take();
}

std::string tradesCsv(const StatementData& data, const CsvOptions& options)
{
    CsvWriter csv(options.byteOrderMark);
    csv.header({"trade_date", "settle_date", "account", "side", "symbol", "name", "asset_class", "quantity", "price", "currency", "gross", "fees", "taxes", "net"});
    for (const auto& row : data.trades) {
        csv.value(row.tradeDate.text()).value(row.settleDate.text()).text(row.accountNumber).value(name(row.side)).text(row.symbol).text(row.name.in(options.language));
        csv.value(name(row.assetClass)).value(row.quantity.text()).value(row.price.text()).value(row.gross.currency().code());
        csv.value(row.gross.text()).value(row.fees.text()).value(row.taxes.text()).value(row.net.text()).endRow();
    }
    return csv.take();
}

} // namespace rialto::reports
