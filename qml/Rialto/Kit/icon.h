// SPDX-License-Identifier: GPL-3.0-or-later
// Icon: one of our line drawings, 16 by 16 units, drawn at any size in any colour. GUI thread. An unknown name draws nothing
// and warns once.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace rialto::kit {

class Icon : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)

public:
    explicit Icon(QQuickItem* parent = nullptr);

    QString name() const { return m_name; }
    void setName(const QString& name);
    QColor color() const { return m_color; }
    void setColor(const QColor& color);

    void paint(QPainter* painter) override;
    static QStringList names();

signals:
    void nameChanged();
    void colorChanged();

private:
    QString m_name;
    QColor m_color{Qt::gray};
};

} // namespace rialto::kit
