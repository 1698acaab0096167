// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Research

// Research notes of one's own: the list, and the one that is open as it reads or as it is written.
FocusScope {
    id: page

    required property ResearchModel model
    property bool editing: false
    property int noteId: 0
    property string failure: ""
    readonly property var chosen: list.currentIndex >= 0 && list.currentIndex < model.notes.length ? model.notes[list.currentIndex] : null

    function begin(note: var) {
        page.noteId = note ? note.id : 0
        title.text = note ? note.title : ""
        body.text = note ? note.body : ""
        symbols.text = note ? note.symbols : ""
        rating.currentIndex = note ? note.rating : 0
        page.failure = ""
        page.editing = true
        title.forceActiveFocus()
    }
    onChosenChanged: if (chosen && !editing) model.openNote(chosen.id)

    Button {
        id: add

        objectName: "noteNew"
        x: Theme.space3
        y: Theme.space3
        kind: Button.Primary
        icon.name: "plus"
        text: qsTr("New note")
        focus: true
        onClicked: page.begin(null)
    }
    ListView {
        id: list

        objectName: "noteList"
        x: Theme.space2
        anchors.top: add.bottom
        anchors.topMargin: Theme.space2
        anchors.bottom: parent.bottom
        width: Theme.px(360)
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        model: page.model.notes
        currentIndex: 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Notes")
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

            Label { x: Theme.space2; y: Theme.px(5); width: parent.width - 2 * x - rated.width; text: item.modelData.title }
            Label { id: rated; anchors.right: parent.right; anchors.rightMargin: Theme.space3; y: Theme.px(5); text: item.modelData.ratingText; font: Theme.strongFont; color: Theme.colourOf(item.modelData.tone) }
            Label { x: Theme.space2; y: Theme.px(25); width: parent.width - 2 * x; text: item.modelData.detail; font: Theme.smallFont; muted: true }
            HoverHandler { id: hover }
            TapHandler { onTapped: { page.editing = false; list.currentIndex = item.index; list.forceActiveFocus() } }
        }
    }
    EmptyState {
        anchors.left: list.right
        anchors.right: parent.right
        height: parent.height
        visible: !page.editing && page.chosen === null
        symbol: "edit"
        text: qsTr("No notes yet")
        detail: qsTr("A note is Markdown with a rating; it stays with the instruments it names, and every edit is kept.")
    }
    ScrollArea {
        anchors.left: list.right
        anchors.right: parent.right
        height: parent.height
        visible: !page.editing && page.chosen !== null

        Item {
            width: parent.width
            height: Theme.controlHeight

            Label { width: parent.width - change.width; height: parent.height; text: page.chosen ? page.chosen.title : ""; font: Theme.titleFont }
            Button { id: change; objectName: "noteEdit"; anchors.right: parent.right; kind: Button.Quiet; icon.name: "edit"; text: qsTr("Edit"); onClicked: page.begin(page.chosen) }
        }
        Label { width: parent.width; text: page.chosen ? page.chosen.detail : ""; font: Theme.smallFont; muted: true }
        Text {
            objectName: "noteBody"
            width: parent.width
            text: page.chosen ? page.chosen.body : ""
            textFormat: Text.MarkdownText
            font: Theme.bodyFont
            color: Theme.text
            linkColor: Theme.accent
            wrapMode: Text.Wrap
        }
        SectionLabel { text: qsTr("History of the rating"); visible: page.model.noteHistory.length > 1 }
        PlainTable {
            width: parent.width
            height: Theme.rowHeight * (page.model.noteHistory.length + 1)
            visible: page.model.noteHistory.length > 1
            label: qsTr("History of the rating")
            header: [qsTr("Date"), qsTr("Rating"), qsTr("Target")]
            rows: page.model.noteHistory
        }
    }
    ColumnLayout {
        anchors.left: list.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space3
        visible: page.editing
        spacing: Theme.space2

        TextField { id: title; objectName: "noteTitle"; label: qsTr("Title"); placeholderText: qsTr("Title"); Layout.fillWidth: true }
        RowLayout {
            spacing: Theme.space2

            TextField { id: symbols; objectName: "noteSymbols"; label: qsTr("Instruments"); placeholderText: qsTr("Instruments, such as MERI QUIL"); Layout.fillWidth: true }
            ComboBox { id: rating; objectName: "noteRating"; label: qsTr("Rating"); model: page.model.ratings }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.fillHeight: true
            radius: Theme.radius
            color: Theme.field
            border.color: body.activeFocus ? Theme.accent : Theme.lineStrong

            Flickable {
                anchors.fill: parent
                anchors.margins: Theme.space2
                contentHeight: body.implicitHeight
                clip: true

                TextEdit {
                    id: body

                    objectName: "noteText"
                    width: parent.width
                    font: Theme.bodyFont
                    color: Theme.text
                    selectionColor: Theme.accentFill
                    selectedTextColor: Theme.onFill
                    wrapMode: TextEdit.Wrap
                    selectByMouse: true
                    textFormat: TextEdit.PlainText
                    activeFocusOnTab: true
                    Accessible.role: Accessible.EditableText
                    Accessible.name: qsTr("Text in Markdown")
                }
            }
        }
        RowLayout {
            spacing: Theme.space2

            Label { text: page.failure; color: Theme.danger; Layout.fillWidth: true; wrapMode: Text.Wrap }
            Button { objectName: "noteCancel"; text: qsTr("Cancel"); onClicked: page.editing = false }
            Button {
                objectName: "noteSave"
                kind: Button.Primary
                text: qsTr("Keep")
                onClicked: {
                    page.failure = page.model.saveNote(page.noteId, title.text, body.text, rating.currentIndex, symbols.text)
                    page.editing = page.failure !== ""
                }
            }
        }
    }
}
