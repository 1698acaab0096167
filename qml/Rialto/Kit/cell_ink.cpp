// SPDX-License-Identifier: GPL-3.0-or-later
#include "cell_ink.h"

#include "table_model.h"

namespace rialto::kit {

void CellInk::Target::set(QObject* to)
{
    object = to;
    color = to != nullptr ? to->metaObject()->property(to->metaObject()->indexOfProperty("color")) : QMetaProperty();
}

void CellInk::Target::paint(const QColor& ink) const
{
    if (object != nullptr && color.isWritable())
        color.write(object, ink);
}

void CellInk::setTheme(QObject* theme)
{
    auto* values = qobject_cast<theme::Theme*>(theme);
    if (values == m_theme)
        return;
    if (m_theme != nullptr)
        disconnect(m_theme, nullptr, this, nullptr);
    m_theme = values;
    if (m_theme != nullptr)
        connect(m_theme, &theme::Theme::changed, this, [this] {
            paintLabel();
            paintWash();
        });
    paintLabel();
    paintWash();
    emit changed();
}

void CellInk::setLabel(QObject* label)
{
    m_label.set(label);
    paintLabel();
    emit changed();
}

void CellInk::setWash(QObject* wash)
{
    m_wash.set(wash);
    paintWash();
    emit changed();
}

void CellInk::setKind(int kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    paintLabel();
    emit changed();
}

void CellInk::setTone(int tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    paintLabel();
    emit changed();
}

void CellInk::setFlash(int flash)
{
    if (flash == m_flash)
        return;
    m_flash = flash;
    paintWash();
    emit changed();
}

void CellInk::paintLabel() const
{
    using Kind = TableColumn::Kind;
    if (m_theme == nullptr)
        return;
    const auto kind = Kind(m_kind);
    m_label.paint(kind == Kind::Muted ? m_theme->textMuted() : kind == Kind::Bar ? m_theme->text() : m_theme->ink(m_tone));
}

void CellInk::paintWash() const
{
    if (m_theme != nullptr && m_flash != 0)
        m_wash.paint(m_flash > 0 ? m_theme->upSoft() : m_theme->downSoft());
}

} // namespace rialto::kit
