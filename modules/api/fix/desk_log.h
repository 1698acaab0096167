// SPDX-License-Identifier: GPL-3.0-or-later
// DeskLog: what an order desk must still know after the program was killed and the book does not hold: which cancel and replace
// requests were made under which ClOrdID, how they ended, and which execution reports were told. An append-only text file, flushed
// line by line, so that it survives the end of the process; orders themselves are facts of the book and survive a power cut too.
// One thread.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::fix {

class DeskLog {
public:
    using Line = std::vector<std::string>;

    /// Reads what is there (a torn last line is dropped), then appends. Errors: fix.desk-log.
    static Result<std::unique_ptr<DeskLog>> open(const std::string& file, const std::function<void(const Line&)>& replay);

    /// The fields hold no control characters. False when the disk refuses.
    bool append(const Line& line);

private:
    struct Close {
        void operator()(std::FILE* file) const { (void)std::fclose(file); }
    };
    explicit DeskLog(std::FILE* file) : m_file(file) {}

    std::unique_ptr<std::FILE, Close> m_file;
};

} // namespace rialto::fix
