// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"

namespace rialto::cli {

Command auditExportCommand()
{
    return {{"audit", "export"}, "Write the audit log of a book to a file that rialto-verify checks; prints the anchor to keep elsewhere",
        {"rialtoctl audit export --out audit.jsonl --book mybook"}, [](CLI::App& app) -> Action {
            auto out = std::make_shared<std::string>();
            app.add_option("--out", *out, "The file")->required();
            return [out](Context& context) {
                const auto session = context.open();
                if (!session)
                    return kFailed;
                const auto anchor = session->exportAudit(*out);
                if (!anchor)
                    return context.fail(anchor.error());
                return context.ok({{"file", *out}, {"anchor", *anchor}}, *out + " written; keep this anchor away from this machine:\n" + *anchor);
            };
        }};
}

} // namespace rialto::cli
