// SPDX-License-Identifier: GPL-3.0-or-later
// Connector: one source's format as two pure functions over bytes: is it this, and what is in it. Each file of
// connectors/formats defines one `Connector fooConnector();` and is found by rialto_catalog; a dropped file is a feature.
// Fetching is somebody else's business. Any thread.
#pragma once

#include "integration/harvest.h"
#include "integration/import_options.h"
#include "integration/json_tree.h"
#include "integration/xml_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration {

/// A file as connectors see it: text is UTF-8 without byte order mark. At most one of json and xml is there.
struct Payload {
    std::string_view bytes;
    std::string fileName;             // without folder
    std::string folder;               // the folders above it, for formats that say the symbol there: "equity/usa/minute/aapl"
    std::string archive;              // name of the archive that holds it, "" when it stands alone
    const JsonNode* json = nullptr;
    const XmlTree* xml = nullptr;
    const ImportOptions* options = nullptr;

    std::string_view firstLine() const;
    /// The file's name without its ending, in upper case.
    std::string stem() const;
    /// --symbol, else what the connector found, else the stem.
    std::string symbolOr(std::string_view found) const;
};

struct Connector {
    std::string id;                   // "yahoo-chart"
    std::string title;                // "Yahoo chart (JSON)"
    std::string kind;                 // of its harvest
    /// 0: not this; the highest wins.
    int (*recognise)(const Payload&);
    Result<void> (*parse)(const Payload&, Harvest&);
};

/// Every file of connectors/formats (generated).
std::vector<Connector> allConnectors();

} // namespace rialto::integration
