// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosted_adapters.h"

#include "brokers/binance/binance_adapter.h"
#include "brokers/binance/qt_http_port.h"
#include "brokers/plugin/table_adapter.h"

#include <QLibrary>
#include <QString>

namespace rialto::app {

Result<std::unique_ptr<BrokerAdapter>> makeHosted(const std::string& id, const std::string& library, const std::string& settings, const std::string& secret)
{
    if (id == "binance") {
        auto terms = binance::readTerms(settings, secret);
        if (!terms)
            return terms.error();
        auto port = std::make_unique<binance::QtHttpPort>(terms->url);
        return std::unique_ptr<BrokerAdapter>(std::make_unique<binance::BinanceAdapter>(std::move(*terms), std::move(port)));
    }
    if (id != "plugin")
        return notFound("broker.unknown", id);
    QLibrary file(QString::fromStdString(library));
    file.setLoadHints(QLibrary::PreventUnloadHint); // its code may be running until the process ends
    const auto entry = reinterpret_cast<rialto_broker_plugin_fn>(file.resolve("rialto_broker_plugin"));
    if (entry == nullptr)
        return notFound("broker.library", library + " is no broker library: " + file.errorString().toStdString());
    return TableAdapter::make(entry(), settings.empty() ? "{}" : settings);
}

} // namespace rialto::app
