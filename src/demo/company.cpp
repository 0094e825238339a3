#include "demo/company.h"

#include <algorithm>

#include "engine/base/require.h"

namespace vigie {

namespace {

using Words = std::string_view;

constexpr std::array<Words, 6> workplace{"messagerie",       "mot de passe", "imprimante",
                                         "poste de travail", "téléphonie",   "VPN"};
constexpr std::array<Words, 4> network{"lien WAN", "wifi", "pare-feu", "commutateur"};
constexpr std::array<Words, 4> erp{"comptabilité", "stocks", "interface", "droits"};
constexpr std::array<Words, 3> booking{"réservation", "paiement", "billetterie"};
constexpr std::array<Words, 4> desktop{"mail", "password", "printer", "laptop"};
constexpr std::array<Words, 3> claims{"claims", "document vault", "broker access"};
constexpr std::array<Words, 4> record{"prescription", "identité patient", "imagerie", "urgences"};
constexpr std::array<Words, 3> town{"état civil", "messagerie", "poste de travail"};

constexpr Words desk = "Centre de services";
constexpr Words lan = "Réseau";
constexpr Words systems = "Systèmes";
constexpr Words applications = "Applications";
constexpr Words alpha = "Alpha Télécom";
constexpr Words kappa = "Kappa Matériel";
constexpr Words austral = "Austral Proximité";
constexpr Words maple = "Maple Field";

constexpr ByPriority usual_priorities{25, 120, 560, 295};

std::vector<DemoCustomer> great_customers() {
  return {
      {"ACME Industrie",
       340,
       Crew::office,
       Crew::plant,
       Crew::office,
       {{"Lyon", "Europe/Paris", 60}, {"Roubaix", "Europe/Paris", 40}},
       {{"Poste de travail", desk, kappa, 90, 55, workplace},
        {"Réseau", lan, alpha, 420, 20, network},
        {"ERP", applications, "", 0, 25, erp}},
       usual_priorities,
       {30, 120, 120, 120},
       {240, 480, 1200, 2400},
       2700,
       260,
       12,
       false},
      {"Océane Voyages",
       130,
       Crew::reunion,
       Crew::reunion,
       Crew::reunion,
       {{"Saint-Denis", "Indian/Reunion", 65}, {"Paris Opéra", "Europe/Paris", 35}},
       {{"Poste de travail", desk, austral, 160, 60, workplace},
        {"Réservation", applications, "", 0, 40, booking}},
       usual_priorities,
       {60, 60, 60, 60},
       {360, 600, 1440, 1440},
       2400,
       220,
       45,
       false},
      {"Boréal Assurance",
       180,
       Crew::montreal,
       Crew::montreal,
       Crew::montreal,
       {{"Montréal", "America/Toronto", 100}},
       {{"Workplace", desk, maple, 120, 60, desktop},
        {"Claims platform", systems, "", 0, 40, claims}},
       usual_priorities,
       {30, 120, 120, 120},
       {240, 480, 1800, 3600},
       3600,
       300,
       8,
       false},
      {"Ville de Brévigny",
       90,
       Crew::town_hall,
       Crew::town_hall,
       Crew::town_hall,
       {{"Hôtel de ville", "Europe/Paris", 70}, {"Médiathèque", "Europe/Paris", 30}},
       {{"Postes de la mairie", desk, kappa, 80, 80, town}, {"Réseau", lan, "", 0, 20, network}},
       {15, 90, 600, 295},
       {120, 120, 120, 120},
       {240, 1440, 1440, 1440},
       4800,
       330,
       3,
       false},
      {"Groupe Médiane Santé",
       170,
       Crew::always,
       Crew::hospital,
       Crew::hospital,
       {{"CHU Tours", "Europe/Paris", 60}, {"Clinique Amboise", "Europe/Paris", 40}},
       {{"Dossier patient", applications, kappa, 50, 60, record},
        {"Poste de travail", desk, kappa, 100, 40, workplace}},
       {45, 170, 520, 265},
       {15, 60, 60, 60},
       {120, 360, 1560, 1560},
       3900,
       180,
       62,
       true},
      {"Coopérative du Val d’Ardèche",
       30,
       Crew::lyon,
       Crew::lyon,
       Crew::lyon,
       {{"Privas", "Europe/Paris", 100}},
       {{"Poste de travail", desk, "", 0, 100, workplace}},
       usual_priorities,
       {120, 120, 120, 120},
       {480, 480, 2400, 2400},
       4300,
       300,
       4,
       false},
  };
}

DemoCustomer small_customer(Words name, Words city) {
  return {name,
          10,
          Crew::lyon,
          Crew::lyon,
          Crew::lyon,
          {{city, "Europe/Paris", 100}},
          {{"Poste de travail", desk, "", 0, 100, workplace}},
          usual_priorities,
          {240, 240, 240, 240},
          {600, 1200, 2700, 2700},
          4300,
          280,
          4,
          false};
}

}  // namespace

const std::vector<DemoCustomer>& demo_customers() {
  static const std::vector<DemoCustomer> customers = [] {
    auto all = great_customers();
    all.push_back(small_customer("Atelier Lumen", "Nantes"));
    all.push_back(small_customer("Cabinet Ferrand", "Dijon"));
    all.push_back(small_customer("Les Jardins de Sully", "Sully-sur-Loire"));
    all.push_back(small_customer("Scierie Vauquelin", "Épinal"));
    all.push_back(small_customer("Brasserie du Beffroi", "Béthune"));
    all.push_back(small_customer("Maison Tissandier", "Roanne"));
    return all;
  }();
  return customers;
}

const DemoSupplier& demo_supplier(std::string_view name) {
  static const std::vector<DemoSupplier> suppliers{
      {alpha, Crew::always, {480, 480, 960, 960}},
      {kappa, Crew::hospital, {780, 780, 780, 780}},
      {austral, Crew::reunion, {360, 360, 360, 360}},
      {maple, Crew::montreal, {600, 600, 600, 600}},
  };
  const auto found = std::find_if(suppliers.begin(), suppliers.end(),
                                  [&](const auto& supplier) { return supplier.name == name; });
  require(found != suppliers.end(), "a supplier of the tables");
  return *found;
}

}  // namespace vigie
