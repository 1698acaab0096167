// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/password_input.h"
#include "security/sealed_stream.h"

#include <fmt/format.h>

namespace rialto::cli {

Command bookRestoreCommand()
{
    struct Arguments {
        std::string file;
        std::string to;
        int descriptor = -1;
    };
    return {{"book", "restore"}, "Bring a book back from a backup, into a new folder",
        {"rialtoctl book restore mybook.rialto --to mybook-restored", "rialtoctl book restore b.rialto --to b --password-fd 3 3< password.txt"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<Arguments>();
            app.add_option("file", given->file, "The backup")->required();
            app.add_option("--to", given->to, "The folder of the book; it must not be there yet")->required();
            app.add_option("--password-fd", given->descriptor, "Read the password from this open descriptor; default: ask");
            return [given](Context& context) {
                auto password = readPassword(given->descriptor, false);
                if (!password)
                    return context.fail(password.error());
                const auto files = context.books.restore(given->file, given->to, *password);
                security::wipe(*password);
                if (!files)
                    return context.fail(files.error());
                Json json{{"folder", given->to}, {"contents", Json::array()}};
                for (const auto& file : *files)
                    json["contents"].push_back({{"name", file.name}, {"bytes", file.bytes}, {"blake2b", file.hash}});
                return context.ok(json, fmt::format("{} restored and checked", given->to));
            };
        }};
}

} // namespace rialto::cli
