// SPDX-License-Identifier: GPL-3.0-or-later
// The console as a function for tests of verbs that take plain files: files in, exit code and JSON out.
#pragma once

#include "api/cli/command.h"
#include "support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <sstream>

namespace rialto::testing {

class NoBooks final : public BookOpener {
public:
    Result<std::unique_ptr<BookSession>> open(const BookOptions&) override { return unavailable("test.no-book", ""); }
};

class Console {
public:
    std::string write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_dir.filePath(name));
        RIALTO_CHECK(file.open(QIODevice::WriteOnly), "a file can be written");
        file.write(bytes);
        return file.fileName().toStdString();
    }
    int run(std::vector<std::string> arguments)
    {
        std::ostringstream out;
        std::ostringstream err;
        NoBooks books;
        code = cli::run(std::move(arguments), out, err, books);
        text = out.str();
        error = err.str();
        return code;
    }
    /// With --json; the document, or a discarded one when the output is none.
    cli::Json json(std::vector<std::string> arguments, int expectedCode = cli::kOk)
    {
        arguments.emplace_back("--json");
        run(std::move(arguments));
        RIALTO_CHECK(code == expectedCode, (text + error).c_str());
        return cli::Json::parse(text, nullptr, false);
    }

    std::string text;
    std::string error;
    int code = 0;

private:
    QTemporaryDir m_dir;
};

inline std::string sharedAnalytics(const char* path) { return std::string(RIALTO_SHARED_DATA "/analytics/") + path; }

inline bool close(double a, double b, double relative) { return std::isfinite(a) && std::fabs(a - b) <= relative * std::max(1e-12, std::fabs(b)); }

} // namespace rialto::testing
