// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette.h"

#include <algorithm>
#include <cmath>

namespace rialto::theme {
namespace {

struct Hue {
    QColor ink;   // text and lines
    QColor fill;  // a button's ground under white text
};

QColor rgb(unsigned value)
{
    return QColor::fromRgb(QRgb(0xff000000u | value));
}

QColor faded(QColor colour, double opacity)
{
    colour.setAlphaF(float(opacity));
    return colour;
}

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return QColor(part(one.red(), other.red()), part(one.green(), other.green()), part(one.blue(), other.blue()));
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

Palette darkGround()
{
    Palette p;
    p.window = rgb(0x0c0f13);
    p.surface = rgb(0x12161c);
    p.raised = rgb(0x1a1f27);
    p.field = rgb(0x0d1116);
    p.hover = rgb(0x1a2029);
    p.selected = rgb(0x1b2a45);
    p.line = rgb(0x222831);
    p.lineStrong = rgb(0x39424f);
    p.scrim = faded(rgb(0x000000), 0.5);
    p.text = rgb(0xe2e6ec);
    p.textMuted = rgb(0x9aa4b2);
    p.textFaint = rgb(0x818b99);
    p.onFill = rgb(0xffffff);
    p.accent = rgb(0x6ba2ff);
    p.accentFill = rgb(0x2c6be0);
    p.grid = rgb(0x1a2028);
    p.crosshair = rgb(0x77818f);
    p.series = {rgb(0x5b93f5), rgb(0x3fb8a0), rgb(0xe0a34a), rgb(0xa688ec), rgb(0xe0728f), rgb(0x62b6d9), rgb(0x9bbf5a), rgb(0x8b95a3)};
    p.links = {rgb(0x4a5361), rgb(0xe5484d), rgb(0xe8a33d), rgb(0x46a758), rgb(0x3e8fff), rgb(0xa06bea), rgb(0x29b8c4)};
    return p;
}

Palette lightGround()
{
    Palette p;
    p.window = rgb(0xeff1f4);
    p.surface = rgb(0xffffff);
    p.raised = rgb(0xffffff);
    p.field = rgb(0xffffff);
    p.hover = rgb(0xf3f5f8);
    p.selected = rgb(0xe4eefe);
    p.line = rgb(0xe4e7eb);
    p.lineStrong = rgb(0xc5cbd3);
    p.scrim = faded(rgb(0x10151c), 0.3);
    p.text = rgb(0x161a20);
    p.textMuted = rgb(0x545e6b);
    p.textFaint = rgb(0x626c79);
    p.onFill = rgb(0xffffff);
    p.accent = rgb(0x1c5bd0);
    p.accentFill = rgb(0x1f62de);
    p.grid = rgb(0xf0f2f5);
    p.crosshair = rgb(0x828c99);
    p.series = {rgb(0x3274e0), rgb(0x1f9c85), rgb(0xd08a23), rgb(0x8562d8), rgb(0xcf5277), rgb(0x3a9cc4), rgb(0x7da338), rgb(0x7c8694)};
    p.links = {rgb(0xb4bcc7), rgb(0xd93d42), rgb(0xd98a14), rgb(0x35914a), rgb(0x2372e0), rgb(0x8747d6), rgb(0x1698a5)};
    return p;
}

} // namespace

Palette makePalette(bool dark, UpDown scheme, bool tradeFollowsScheme)
{
    Palette p = dark ? darkGround() : lightGround();
    const Hue green = dark ? Hue{rgb(0x35bd86), rgb(0x14805a)} : Hue{rgb(0x0a7650), rgb(0x0f7d57)};
    const Hue red = dark ? Hue{rgb(0xf5656f), rgb(0xcb3644)} : Hue{rgb(0xc42b3a), rgb(0xcb3341)};
    const Hue blue = dark ? Hue{rgb(0x5fa4f7), rgb(0x2768d4)} : Hue{rgb(0x1d66c4), rgb(0x2168cc)};
    const Hue orange = dark ? Hue{rgb(0xf09a52), rgb(0xae5a10)} : Hue{rgb(0xa85208), rgb(0xae570b)};
    const Hue yellow = dark ? Hue{rgb(0xd9bd45), rgb(0x836a00)} : Hue{rgb(0x7c6300), rgb(0x836a00)};
    const Hue violet = dark ? Hue{rgb(0xa994ff), rgb(0x6a50d6)} : Hue{rgb(0x6446cf), rgb(0x6a4cd6)};

    const Hue rise = scheme == UpDown::GreenUp ? green : scheme == UpDown::RedUp ? red : blue;
    const Hue fall = scheme == UpDown::GreenUp ? red : scheme == UpDown::RedUp ? green : orange;
    const Hue bid = tradeFollowsScheme ? rise : blue;
    const Hue ask = tradeFollowsScheme ? fall : orange;
    const QColor lift = dark ? rgb(0xffffff) : rgb(0x000000);
    const double soft = dark ? 0.20 : 0.14;

    p.accentFillHover = mixed(p.accentFill, rgb(0x000000), 0.14);
    p.accentSoft = faded(p.accent, soft);
    p.focus = p.accent;
    p.up = rise.ink;
    p.down = fall.ink;
    p.flat = p.textMuted;
    p.upFill = rise.fill;
    p.downFill = fall.fill;
    p.upSoft = faded(rise.ink, soft);
    p.downSoft = faded(fall.ink, soft);
    p.buy = bid.ink;
    p.sell = ask.ink;
    p.buyFill = bid.fill;
    p.sellFill = ask.fill;
    p.buyFillHover = mixed(bid.fill, rgb(0x000000), 0.14);
    p.sellFillHover = mixed(ask.fill, rgb(0x000000), 0.14);
    p.success = green.ink;
    p.warning = orange.ink;
    p.danger = red.ink;
    p.info = blue.ink;
    p.dangerFill = red.fill;
    p.dangerFillHover = mixed(red.fill, rgb(0x000000), 0.14);
    p.pending = orange.ink;
    p.working = blue.ink;
    p.filled = green.ink;
    p.held = yellow.ink;
    p.cancelled = mixed(orange.ink, p.textMuted, 0.45);
    p.rejected = red.ink;
    p.expired = p.textFaint;
    p.simulation = violet.ink;
    p.paper = yellow.ink;
    p.live = red.ink;
    p.candleUp = mixed(rise.ink, lift, 0.0);
    p.candleDown = mixed(fall.ink, lift, 0.0);
    p.volumeUp = faded(rise.ink, dark ? 0.34 : 0.30);
    p.volumeDown = faded(fall.ink, dark ? 0.34 : 0.30);
    return p;
}

double contrastRatio(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace rialto::theme
