// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/connectors/bars_csv.h"

#include "integration/connectors/file_source.h"
#include "integration/connectors/text_decoders.h"
#include "integration/table_check.h"
#include "integration/table_import.h"

namespace rialto::integration {

namespace {

constexpr std::size_t kHead = std::size_t{1} << 18;

Result<ImportReport> importText(ByteSource& text, std::string_view encoding, const ImportOptions& options, ImportStores stores, const ProgressCallback& progress)
{
    const auto head = readUpTo(text, kHead);
    if (!head)
        return head.error();
    const bool whole = head->size() < kHead;
    if (auto table = refuseNonTableText(*head, options.fileName); !table)
        return table.error();
    const auto layout = planLayout(*head, whole, options);
    if (!layout)
        return layout.error();
    MemorySource all(*head, &text);
    if (layout->ticks() && stores.ticks == nullptr)
        return invalid("import.ticks-unsupported", options.fileName + " holds ticks, and there is no place for ticks here");
    auto report = layout->ticks() ? importTicks(all, *layout, options, *stores.ticks, progress) : importBars(all, *layout, options, stores.bars, progress);
    if (report)
        report->encoding = encoding;
    return report;
}

} // namespace

Result<ImportReport> importBytes(ByteSource& bytes, const ImportOptions& options, ImportStores stores, const ProgressCallback& progress)
{
    const auto head = readUpTo(bytes, kHead);
    if (!head)
        return head.error();
    if (auto table = refuseNonTable(*head, options.fileName); !table)
        return table.error();
    auto guess = guessEncoding(*head, head->size() < kHead);
    if (options.encoding)
        guess = EncodingGuess{*options.encoding, guess && guess->encoding == *options.encoding ? guess->markBytes : 0};
    if (!guess)
        return Error{guess.error().kind, guess.error().code, options.fileName + ": " + guess.error().detail};
    MemorySource all(std::string_view(*head).substr(guess->markBytes), &bytes);
    if (guess->encoding == Encoding::Utf8)
        return importText(all, name(guess->encoding), options, stores, progress);
    auto decoder = makeSystemDecoder(guess->encoding);
    if (!decoder)
        return decoder.error();
    DecodedSource decoded(all, std::move(*decoder));
    return importText(decoded, name(guess->encoding), options, stores, progress);
}

Result<ImportReport> importFile(const std::string& path, ImportOptions options, ImportStores stores, const ProgressCallback& progress)
{
    auto source = FileSource::open(path);
    if (!source)
        return source.error();
    options.fileName = fileNameOf(path);
    return importBytes(**source, options, stores, progress);
}

} // namespace rialto::integration
