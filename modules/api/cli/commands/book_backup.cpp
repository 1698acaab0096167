// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/password_input.h"
#include "security/sealed_stream.h"

#include <fmt/format.h>

namespace rialto::cli {

Command bookBackupCommand()
{
    struct Arguments {
        std::string out;
        int descriptor = -1;
        int login = -1;
    };
    return {{"book", "backup"}, "Copy a whole book into one encrypted file, and read it back to prove it; the book may be open meanwhile",
        {"rialtoctl book backup --out mybook.rialto --book mybook", "rialtoctl book backup --out b.rialto --password-fd 3 --user anna --login-fd 4 3< backup.txt 4< mine.txt", "rialtoctl book backup --out b.rialto --password-fd 3 3< password.txt"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<Arguments>();
            app.add_option("--out", given->out, "The file; it must not be there yet")->required();
            app.add_option("--password-fd", given->descriptor, "Read the password from this open descriptor; default: ask");
            app.add_option("--login-fd", given->login, "Of a protected book: read your own password from this open descriptor; default: ask");
            return [given](Context& context) {
                context.passwordDescriptor = given->login;
                auto password = readPassword(given->descriptor, true);
                if (!password)
                    return context.fail(password.error());
                BookOptions book;
                book.directory = context.book;
                const auto files = context.books.backUp(context.withCredentials(book), given->out, *password);
                security::wipe(*password);
                if (!files)
                    return context.fail(files.error());
                Json json{{"file", given->out}, {"contents", Json::array()}};
                std::string text = given->out + " written and read back";
                for (const auto& file : *files) {
                    json["contents"].push_back({{"name", file.name}, {"bytes", file.bytes}, {"blake2b", file.hash}});
                    text += fmt::format("\n  {} {} bytes", file.name, file.bytes);
                }
                return context.ok(json, text);
            };
        }};
}

} // namespace rialto::cli
