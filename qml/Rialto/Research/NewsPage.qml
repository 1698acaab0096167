// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Research

// Merged news, newest first or best match first, and the one that is chosen.
FocusScope {
    id: page

    required property ResearchModel model
    readonly property var chosen: list.currentIndex >= 0 && list.currentIndex < model.news.length ? model.news[list.currentIndex] : null

    SearchField {
        id: search

        objectName: "newsSearch"
        x: Theme.space3
        y: Theme.space3
        width: Theme.px(320)
        focus: true
        label: qsTr("Search the news")
        placeholderText: qsTr("Words, \"a phrase\", -without")
        onEdited: (text) => page.model.search(text)
        onDownRequested: list.forceActiveFocus()
    }
    CheckBox {
        objectName: "newsSelected"
        anchors.left: search.right
        anchors.leftMargin: Theme.space4
        anchors.verticalCenter: search.verticalCenter
        text: qsTr("Only of the chosen symbol")
        checked: page.model.onlySelected
        onToggled: page.model.onlySelected = checked
    }
    ListView {
        id: list

        objectName: "newsList"
        x: Theme.space2
        anchors.top: search.bottom
        anchors.topMargin: Theme.space2
        anchors.bottom: parent.bottom
        width: Math.round(parent.width * 0.52)
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        model: page.model.news
        currentIndex: 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("News")
        T.ScrollBar.vertical: ScrollBar {}

        delegate: Rectangle {
            id: item

            required property int index
            required property var modelData

            width: ListView.view.width
            height: Theme.px(46)
            radius: Theme.radius
            color: ListView.isCurrentItem ? Theme.selected : hover.hovered ? Theme.hover : "transparent"
            Accessible.role: Accessible.ListItem
            Accessible.name: modelData.title

            Label {
                x: Theme.space2
                y: Theme.px(5)
                width: parent.width - 2 * x - (badge.visible ? badge.width + Theme.space2 : 0)
                text: item.modelData.title
            }
            Badge {
                id: badge

                anchors.right: parent.right
                anchors.rightMargin: Theme.space3
                y: Theme.px(6)
                visible: item.modelData.sample
                text: qsTr("SAMPLE")
                tone: Theme.Simulation
            }
            Label {
                x: Theme.space2
                y: Theme.px(25)
                width: parent.width - 2 * x
                text: item.modelData.detail
                font: Theme.smallFont
                muted: true
            }
            HoverHandler { id: hover }
            TapHandler { onTapped: { list.currentIndex = item.index; list.forceActiveFocus() } }
        }
    }
    Label {
        anchors.centerIn: list
        visible: list.count === 0
        text: qsTr("No item has these words")
        muted: true
    }
    ScrollArea {
        anchors.left: list.right
        anchors.right: parent.right
        anchors.top: search.bottom
        anchors.bottom: parent.bottom
        visible: page.chosen !== null

        Label { width: parent.width; text: page.chosen ? page.chosen.title : ""; font: Theme.titleFont; wrapMode: Text.Wrap }
        Label { width: parent.width; text: page.chosen ? page.chosen.detail : ""; font: Theme.smallFont; muted: true; wrapMode: Text.Wrap }
        Label { width: parent.width; text: page.chosen ? page.chosen.summary : ""; wrapMode: Text.Wrap; elide: Text.ElideNone; lineHeight: 1.3 }
        Label { width: parent.width; visible: text !== ""; text: page.chosen ? page.chosen.link : ""; font: Theme.smallFont; color: Theme.accent; wrapMode: Text.WrapAnywhere; elide: Text.ElideNone }
    }
}
