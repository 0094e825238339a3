import { add_words, both } from "../words/words";

export const grid_words = both(
  {
    columns: "Columns", density: "Row height", density_compact: "Compact", density_usual: "Usual", density_roomy: "Comfortable",
    usual: "As at first", resize: "Width of {{column}}", choose_all: "Select all rows shown", choose: "Select {{name}}",
    filter: "Filter", filter_by: "Filter by…", remove_filter: "Remove the filter “{{name}}”", clear_filters: "Clear filters", apply: "Apply", any: "Any",
    value: "Value", order: "Order", rows_one: "{{count}} row", rows_other: "{{count}} rows", rows_more: "{{count}} rows read, more follow",
    reading: "Reading more rows…", end: "All rows are shown",
    moved_one: "{{count}} change · show", moved_other: "{{count}} changes · show",
    selected_one: "{{count}} selected", selected_other: "{{count}} selected", select_matching_known: "Select all {{total}} that match",
    select_matching: "Select all that match", selected_matching: "All that match are selected", selected_matching_known: "All {{total}} that match are selected", clear: "Clear the selection",
    views: "Views", no_view: "No saved view yet. Filter, then give the result a name.", view_name: "Name of the view", save_view: "Save this view", drop_view: "Remove the view {{name}}",
    view_saved: "View “{{name}}” saved", share_view: "Shared with my company", shared: "shared", shared_by: "shared by {{name}}", default_view: "All",
    export: "Export", export_xlsx: "Workbook (XLSX)", export_csv: "CSV", export_why: "All tickets that match the filters, with all columns.", export_going: "The file is being written…", export_done: "{{file}} is ready", export_again: "Try again", cancel: "Cancel",
    bulk_acts: "What to do with the selection", effect: "What this will do", going: "{{done}} of {{total}} done", bulk_done_one: "{{count}} done", bulk_done_other: "{{count}} done",
    refused_one: "{{count}} refused", refused_other: "{{count}} refused", more_rows: "and {{count}} more", counting: "Counting what matches…", do_it: "Do it", most_at_once: "At most {{most}} at once: narrow the filters, or do it in several times.",
    close: "Close", stop: "Stop here", scroll: "{{name}}, can be scrolled",
  },
  {
    columns: "Colonnes", density: "Hauteur des lignes", density_compact: "Serrée", density_usual: "Normale", density_roomy: "Aérée",
    usual: "Comme au départ", resize: "Largeur de {{column}}", choose_all: "Sélectionner toutes les lignes affichées", choose: "Sélectionner {{name}}",
    filter: "Filtre", filter_by: "Filtrer par…", remove_filter: "Retirer le filtre «\u00a0{{name}}\u00a0»", clear_filters: "Effacer les filtres", apply: "Appliquer", any: "Tous",
    value: "Valeur", order: "Tri", rows_one: "{{count}} ligne", rows_other: "{{count}} lignes", rows_more: "{{count}} lignes lues, la suite suit",
    reading: "Lecture de la suite…", end: "Toutes les lignes sont affichées",
    moved_one: "{{count}} changement · afficher", moved_other: "{{count}} changements · afficher",
    selected_one: "{{count}} sélectionné", selected_other: "{{count}} sélectionnés", select_matching_known: "Sélectionner les {{total}} qui correspondent",
    select_matching: "Sélectionner tout ce qui correspond", selected_matching: "Tout ce qui correspond est sélectionné", selected_matching_known: "Les {{total}} qui correspondent sont sélectionnés", clear: "Effacer la sélection",
    views: "Vues", no_view: "Aucune vue enregistrée. Filtrez, puis donnez un nom au résultat.", view_name: "Nom de la vue", save_view: "Enregistrer cette vue", drop_view: "Retirer la vue {{name}}",
    view_saved: "Vue «\u00a0{{name}}\u00a0» enregistrée", share_view: "Partagée avec mon entreprise", shared: "partagée", shared_by: "partagée par {{name}}", default_view: "Tout",
    export: "Exporter", export_xlsx: "Classeur (XLSX)", export_csv: "CSV", export_why: "Tous les tickets qui correspondent aux filtres, avec toutes les colonnes.", export_going: "Le fichier s’écrit…", export_done: "{{file}} est prêt", export_again: "Réessayer", cancel: "Annuler",
    bulk_acts: "Que faire de la sélection", effect: "Ce que cela va faire", going: "{{done}} sur {{total}}", bulk_done_one: "{{count}} fait", bulk_done_other: "{{count}} faits",
    refused_one: "{{count}} refusé", refused_other: "{{count}} refusés", more_rows: "et {{count}} de plus", counting: "Comptage de ce qui correspond…", do_it: "Faire", most_at_once: "{{most}} au plus à la fois\u00a0: resserrez les filtres, ou procédez en plusieurs fois.",
    close: "Fermer", stop: "S’arrêter là", scroll: "{{name}}, défilable",
  },
);
add_words("grid", grid_words);
