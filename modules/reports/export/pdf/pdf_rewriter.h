// SPDX-License-Identifier: GPL-3.0-or-later
// rewritePdf(): takes the PDF that Qt wrote and writes the same objects in an order that follows from the pages alone, so
// that the same report is the same file, byte for byte. (Qt numbers fonts in the order of a hash table that differs from
// run to run, and stamps the clock.) On the way it adds what Qt cannot: author, subject, language, bookmarks, file id.
// Pure; any thread.
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace rialto::reports {

struct PdfBookmark {
    QString title;
    int page = 0;
    double top = 0;            // points from the bottom of the page
};

struct PdfDetails {
    QString title;
    QString author;
    QString subject;
    QString language;          // "en-GB"
    Timestamp createdAt;
    std::vector<PdfBookmark> bookmarks;
};

/// Nothing when the bytes are not a PDF with a plain cross-reference table, as Qt writes it.
std::optional<QByteArray> rewritePdf(const QByteArray& pdf, const PdfDetails& details);

} // namespace rialto::reports
