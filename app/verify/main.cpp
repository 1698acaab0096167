// SPDX-License-Identifier: GPL-3.0-or-later
// rialto-verify: checks an exported audit log on any machine, with nothing of Rialto installed.
#include "security/audit_verifier.h"

#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>

namespace {

constexpr char kUsage[] = "usage: rialto-verify FILE [--anchor SEQUENCE:HASH] [--key HEX]\n\n"
                          "Says whether an audit log exported by Rialto is whole and unaltered, or names the first bad record.\n"
                          "  --anchor   a place in the log that was noted earlier: a rewritten log or an older copy is found\n"
                          "  --key      the key of the log's first line, as it was noted when the book was made\n\n"
                          "Ends with 0 when the log is good, 1 when it is not, 2 when it was called wrongly.\n"
                          "Example: rialto-verify audit.jsonl --anchor 1204:5c1e...\n";

int usage()
{
    std::fputs(kUsage, stderr);
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    std::string file;
    std::string anchor;
    std::string key;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--help") == 0 || std::strcmp(argv[i], "-h") == 0) {
            std::fputs(kUsage, stdout);
            return 0;
        }
        if ((std::strcmp(argv[i], "--anchor") == 0 || std::strcmp(argv[i], "--key") == 0) && i + 1 < argc) {
            (std::strcmp(argv[i], "--key") == 0 ? key : anchor) = argv[i + 1];
            ++i;
        } else if (file.empty() && argv[i][0] != '-') {
            file = argv[i];
        } else {
            return usage();
        }
    }
    if (file.empty())
        return usage();
    std::ifstream input(file, std::ios::binary);
    if (!input) {
        std::fprintf(stderr, "rialto-verify: %s cannot be read\n", file.c_str());
        return 1;
    }
    const auto verdict = rialto::security::verifyAudit(input, anchor, key);
    if (!verdict.intact) {
        std::printf("ALTERED: line %llu (record %llu): %s\n", static_cast<unsigned long long>(verdict.badLine), static_cast<unsigned long long>(verdict.badRecord), verdict.problem.c_str());
        return 1;
    }
    std::printf("good: %llu records, %llu checkpoints\nkey %s\nanchor %s\n", static_cast<unsigned long long>(verdict.records), static_cast<unsigned long long>(verdict.checkpoints),
        verdict.key.c_str(), verdict.head.c_str());
    return 0;
}
