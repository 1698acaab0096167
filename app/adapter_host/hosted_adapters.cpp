// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosted_adapters.h"

#include "brokers/plugin/table_adapter.h"

#include <QLibrary>
#include <QString>

namespace rialto::app {

Result<std::unique_ptr<BrokerAdapter>> makeHosted(const std::string& id, const std::string& library, const std::string& settings, const std::string&)
{
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
