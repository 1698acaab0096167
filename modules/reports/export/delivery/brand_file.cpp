// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/delivery/brand_file.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

namespace rialto::reports {
namespace {

using BrandJson = nlohmann::json;

constexpr qint64 kLargestFile = 1 << 20;
constexpr qint64 kLargestLogo = 4 << 20;
constexpr int kLargestSide = 4096;
constexpr std::size_t kMostDisclosures = 50;
constexpr std::size_t kLongestText = 4000;

Error malformed(const std::string& path, const std::string& what)
{
    return invalid("reports.brand-malformed", path + ": " + what);
}

Result<LocalizedText> textOf(const BrandJson& json, const std::string& path, const std::string& what)
{
    LocalizedText text;
    if (json.is_string()) {
        text.en = json.get<std::string>();
    } else if (json.is_object()) {
        for (const auto& [language, words] : json.items()) {
            if (!words.is_string() || (language != "en" && language != "zh"))
                return malformed(path, what + " takes the texts en and zh");
            (language == "en" ? text.en : text.zh) = words.get<std::string>();
        }
        if (text.en.empty())
            text.en = text.zh;
    } else {
        return malformed(path, what + " is no text");
    }
    if (text.en.size() > kLongestText || text.zh.size() > kLongestText)
        return malformed(path, what + " is too long");
    return text;
}

Result<std::uint32_t> colourOf(const BrandJson& json, const std::string& path)
{
    const std::string text = json.is_string() ? json.get<std::string>() : std::string();
    if (text.size() != 7 || text[0] != '#' || text.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string::npos)
        return malformed(path, "accent is written #rrggbb");
    return static_cast<std::uint32_t>(std::stoul(text.substr(1), nullptr, 16));
}

Result<void> readLogo(Brand& brand, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unavailable("reports.brand-logo", path.toStdString() + ": " + file.errorString().toStdString());
    if (file.size() > kLargestLogo)
        return invalid("reports.brand-logo", path.toStdString() + " is larger than 4 MB");
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    const QByteArray format = reader.format();
    const QSize size = reader.size();
    if ((format != "png" && format != "jpeg") || size.isEmpty() || size.width() > kLargestSide || size.height() > kLargestSide || reader.read().isNull())
        return invalid("reports.brand-logo", path.toStdString() + " is no PNG or JPEG of at most 4096 pixels a side");
    file.seek(0);
    brand.logo = file.readAll().toStdString();
    brand.logoType = format == "png" ? "image/png" : "image/jpeg";
    return {};
}

} // namespace

Result<Brand> readBrand(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return unavailable("reports.read-failed", path + ": " + file.errorString().toStdString());
    if (file.size() > kLargestFile)
        return malformed(path, "larger than 1 MB");
    const QByteArray bytes = file.readAll();
    const BrandJson json = BrandJson::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (json.is_discarded() || !json.is_object())
        return malformed(path, "no JSON object");
    Brand brand;
    for (const auto& [member, value] : json.items()) {
        if (member == "firmName" || member == "contact") {
            const auto text = textOf(value, path, member);
            if (!text)
                return text.error();
            (member == "firmName" ? brand.firmName : brand.firmContact) = *text;
        } else if (member == "accent") {
            const auto colour = colourOf(value, path);
            if (!colour)
                return colour.error();
            brand.accent = *colour;
        } else if (member == "logo") {
            if (!value.is_string())
                return malformed(path, "logo is the name of a file");
            const QFileInfo info(QString::fromStdString(path));
            if (const auto read = readLogo(brand, info.dir().filePath(QString::fromStdString(value.get<std::string>()))); !read)
                return read.error();
        } else if (member == "disclosures") {
            if (!value.is_array() || value.size() > kMostDisclosures)
                return malformed(path, "disclosures is a list of at most 50 texts");
            for (const auto& one : value) {
                const auto text = textOf(one, path, member);
                if (!text)
                    return text.error();
                brand.disclosures.push_back(*text);
            }
        } else {
            return malformed(path, "'" + member.substr(0, 40) + "' is not known; firmName, contact, accent, logo, disclosures are");
        }
    }
    return brand;
}

} // namespace rialto::reports
