// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene_node.h"

#include <QImage>
#include <QPainter>
#include <QQuickWindow>
#include <QSGVertexColorMaterial>

#include <algorithm>
#include <cmath>

namespace rialto::charts {
namespace {

struct Premultiplied {
    uchar r, g, b, a;
};

Premultiplied premultiplied(const QColor& colour, double share = 1.0)
{
    const double alpha = double(colour.alphaF()) * share;
    const auto part = [alpha](float value) { return uchar(std::lround(double(value) * alpha * 255.0)); };
    return {part(colour.redF()), part(colour.greenF()), part(colour.blueF()), uchar(std::lround(alpha * 255.0))};
}

/// Keeps what lies between two heights; false when nothing does.
bool cutToHeight(QPointF& from, QPointF& to, double top, double bottom)
{
    if ((from.y() < top && to.y() < top) || (from.y() > bottom && to.y() > bottom))
        return false;
    const QPointF a = from, b = to;
    const auto at = [&](double y) { return QPointF(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y); };
    for (QPointF* end : {&from, &to}) {
        if (end->y() < top)
            *end = at(top);
        else if (end->y() > bottom)
            *end = at(bottom);
    }
    return true;
}

/// Collects triangles and copies them into a QSGGeometry at the end.
class Mesh
{
public:
    void rect(const QRectF& rect, const QColor& colour)
    {
        const Premultiplied c = premultiplied(colour);
        quad({rect.left(), rect.top()}, c, {rect.right(), rect.top()}, c, {rect.right(), rect.bottom()}, c, {rect.left(), rect.bottom()}, c);
    }

    /// Edges fade out over a pixel, which smooths the line without multisampling.
    void line(const SceneLine& line)
    {
        const std::size_t count = line.points.size();
        if (count < 2)
            return;
        if (line.fill.isValid())
            fillBelow(line);
        const Premultiplied full = premultiplied(line.colour);
        const Premultiplied none = premultiplied(line.colour, 0.0);
        const double core = std::max(0.0, line.width / 2 - 0.5);
        const double edge = line.width / 2 + 0.5;
        for (std::size_t i = 1; i < count; ++i) {
            QPointF from = line.points[i - 1], to = line.points[i];
            if (line.function && !cutToHeight(from, to, line.clipTop, line.clipBottom))
                continue;
            const QPointF step = to - from;
            const double length = std::hypot(step.x(), step.y());
            if (length <= 0)
                continue;
            const QPointF along = step / length;
            const QPointF across(-along.y(), along.x());
            // Running on by half the width closes the joints.
            const QPointF a = from - along * core;
            const QPointF b = to + along * core;
            quad(a + across * edge, none, b + across * edge, none, b + across * core, full, a + across * core, full);
            quad(a + across * core, full, b + across * core, full, b - across * core, full, a - across * core, full);
            quad(a - across * core, full, b - across * core, full, b - across * edge, none, a - across * edge, none);
        }
    }

    void copyTo(QSGGeometry* geometry) const
    {
        geometry->allocate(int(m_vertices.size()), int(m_indices.size()));
        std::copy(m_vertices.begin(), m_vertices.end(), geometry->vertexDataAsColoredPoint2D());
        std::copy(m_indices.begin(), m_indices.end(), geometry->indexDataAsUInt());
    }

private:
    void fillBelow(const SceneLine& line)
    {
        double top = line.base;
        for (const QPointF& point : line.points)
            top = std::min(top, point.y());
        const double depth = std::max(line.base - top, 1e-9);
        const auto at = [&](double y) { return premultiplied(line.fill, 1.0 - (1.0 - line.fade) * (y - top) / depth); };
        const Premultiplied bottom = at(line.base);
        for (std::size_t i = 1; i < line.points.size(); ++i) {
            const QPointF a = line.points[i - 1];
            const QPointF b = line.points[i];
            quad(a, at(a.y()), b, at(b.y()), {b.x(), line.base}, bottom, {a.x(), line.base}, bottom);
        }
    }

    void quad(QPointF p, Premultiplied pc, QPointF q, Premultiplied qc, QPointF r, Premultiplied rc, QPointF s, Premultiplied sc)
    {
        const auto first = quint32(m_vertices.size());
        for (const auto& [point, colour] : {std::pair{p, pc}, std::pair{q, qc}, std::pair{r, rc}, std::pair{s, sc}}) {
            QSGGeometry::ColoredPoint2D vertex;
            vertex.set(float(point.x()), float(point.y()), colour.r, colour.g, colour.b, colour.a);
            m_vertices.push_back(vertex);
        }
        for (quint32 offset : {0u, 1u, 2u, 0u, 2u, 3u})
            m_indices.push_back(first + offset);
    }

    std::vector<QSGGeometry::ColoredPoint2D> m_vertices;
    std::vector<quint32> m_indices;
};

QImage blankImage(const QSizeF& size, double ratio)
{
    QImage image((size * ratio).toSize().expandedTo(QSize(1, 1)), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    return image;
}

QString keyOf(const ChartScene& scene, const SceneRegion& region, double ratio)
{
    QString key = QStringLiteral("%1 %2 %3 %4\n").arg(region.rect.width()).arg(region.rect.height()).arg(ratio).arg(scene.font.pixelSize());
    for (const SceneText& text : region.texts)
        key += QStringLiteral("%1 %2 %3 %4 %5 ").arg(text.rect.x()).arg(text.rect.y()).arg(text.rect.width()).arg(text.colour.rgba()).arg(text.align) + text.text + QLatin1Char('\n');
    return key;
}

} // namespace

SceneNode::SceneNode(bool software) : m_software(software) {}

void SceneNode::show(const ChartScene& scene, const QRectF& area, QQuickWindow* window)
{
    if (m_software) {
        showPicture(scene, area, window);
        return;
    }
    showGeometry(scene, area);
    showWords(scene, window);
}

void SceneNode::showPicture(const ChartScene& scene, const QRectF& area, QQuickWindow* window)
{
    QImage image = blankImage(area.size(), window->effectiveDevicePixelRatio());
    rasterScene(scene, image);
    if (m_picture == nullptr) {
        m_picture = window->createImageNode();
        m_picture->setOwnsTexture(true);
        appendChildNode(m_picture);
    }
    m_picture->setTexture(window->createTextureFromImage(image, QQuickWindow::TextureIsOpaque));
    m_picture->setRect(area);
}

void SceneNode::showGeometry(const ChartScene& scene, const QRectF& area)
{
    Mesh mesh;
    mesh.rect(area, scene.background);
    for (const SceneRect& rect : scene.rects)
        mesh.rect(rect.rect, rect.colour);
    for (const SceneLine& line : scene.lines)
        mesh.line(line);
    for (const SceneRect& rect : scene.overlay)
        mesh.rect(rect.rect, rect.colour);
    if (m_shapes == nullptr) {
        m_shapes = new QSGGeometryNode;
        auto* geometry = new QSGGeometry(QSGGeometry::defaultAttributes_ColoredPoint2D(), 0, 0, QSGGeometry::UnsignedIntType);
        geometry->setDrawingMode(QSGGeometry::DrawTriangles);
        geometry->setVertexDataPattern(QSGGeometry::DynamicPattern);
        auto* material = new QSGVertexColorMaterial;
        material->setFlag(QSGMaterial::Blending);
        m_shapes->setGeometry(geometry);
        m_shapes->setMaterial(material);
        m_shapes->setFlags(QSGNode::OwnsGeometry | QSGNode::OwnsMaterial);
        prependChildNode(m_shapes);
    }
    mesh.copyTo(m_shapes->geometry());
    m_shapes->markDirty(QSGNode::DirtyGeometry);
}

void SceneNode::showWords(const ChartScene& scene, QQuickWindow* window)
{
    while (m_words.size() > scene.regions.size()) {
        removeChildNode(m_words.back().node);
        delete m_words.back().node;
        m_words.pop_back();
    }
    const double ratio = window->effectiveDevicePixelRatio();
    for (std::size_t i = 0; i < scene.regions.size(); ++i) {
        const SceneRegion& region = scene.regions[i];
        const QString key = keyOf(scene, region, ratio);
        if (i == m_words.size()) {
            QSGImageNode* node = window->createImageNode();
            node->setOwnsTexture(true);
            m_words.push_back({node, QString()});
        }
        Words& words = m_words[i];
        if (words.key != key) {
            QImage image = blankImage(region.rect.size(), ratio);
            {
                QPainter painter(&image);
                painter.translate(-region.rect.topLeft());
                paintRegion(scene, region, painter);
            }
            words.node->setTexture(window->createTextureFromImage(image, QQuickWindow::TextureHasAlphaChannel));
            words.key = key;
            if (words.node->parent() == nullptr)
                appendChildNode(words.node);
        }
        words.node->setRect(region.rect);
    }
}

} // namespace rialto::charts
