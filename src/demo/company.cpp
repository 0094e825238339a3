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
constexpr std::array<Words, 4> patients{"prescription", "identité patient", "imagerie", "urgences"};
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

DemoCustomer acme_customer() {
  return {.name = "ACME Industrie",
          .share = 340,
          .answers = Crew::office,
          .crew = Crew::plant,
          .ordinary = Crew::office,
          .sites = {{"Lyon", "Europe/Paris", 60}, {"Roubaix", "Europe/Paris", 40}},
          .offerings = {{"Poste de travail", desk, kappa, 90, 55, workplace},
                        {"Réseau", lan, alpha, 420, 20, network},
                        {"ERP", applications, "", 0, 25, erp}},
          .priorities = usual_priorities,
          .respond = {30, 120, 120, 120},
          .resolve = {240, 480, 1200, 2400},
          .deliver = 2700,
          .requests = 260,
          .weekend = 12,
          .urgent_always = false};
}

DemoCustomer oceane_customer() {
  return {.name = "Océane Voyages",
          .share = 130,
          .answers = Crew::reunion,
          .crew = Crew::reunion,
          .ordinary = Crew::reunion,
          .sites = {{"Saint-Denis", "Indian/Reunion", 65}, {"Paris Opéra", "Europe/Paris", 35}},
          .offerings = {{"Poste de travail", desk, austral, 160, 60, workplace},
                        {"Réservation", applications, "", 0, 40, booking}},
          .priorities = usual_priorities,
          .respond = {60, 60, 60, 60},
          .resolve = {360, 600, 1440, 1440},
          .deliver = 2400,
          .requests = 220,
          .weekend = 45,
          .urgent_always = false};
}

DemoCustomer boreal_customer() {
  return {.name = "Boréal Assurance",
          .share = 180,
          .answers = Crew::montreal,
          .crew = Crew::montreal,
          .ordinary = Crew::montreal,
          .sites = {{"Montréal", "America/Toronto", 100}},
          .offerings = {{"Workplace", desk, maple, 120, 60, desktop},
                        {"Claims platform", systems, "", 0, 40, claims}},
          .priorities = usual_priorities,
          .respond = {30, 120, 120, 120},
          .resolve = {240, 480, 1800, 3600},
          .deliver = 3600,
          .requests = 300,
          .weekend = 8,
          .urgent_always = false};
}

DemoCustomer brevigny_customer() {
  return {.name = "Ville de Brévigny",
          .share = 90,
          .answers = Crew::town_hall,
          .crew = Crew::town_hall,
          .ordinary = Crew::town_hall,
          .sites = {{"Hôtel de ville", "Europe/Paris", 70}, {"Médiathèque", "Europe/Paris", 30}},
          .offerings = {{"Postes de la mairie", desk, kappa, 80, 80, town},
                        {"Réseau", lan, "", 0, 20, network}},
          .priorities = {15, 90, 600, 295},
          .respond = {120, 120, 120, 120},
          .resolve = {240, 1440, 1440, 1440},
          .deliver = 4800,
          .requests = 330,
          .weekend = 3,
          .urgent_always = false};
}

DemoCustomer mediane_customer() {
  return {.name = "Groupe Médiane Santé",
          .share = 170,
          .answers = Crew::always,
          .crew = Crew::hospital,
          .ordinary = Crew::hospital,
          .sites = {{"CHU Tours", "Europe/Paris", 60}, {"Clinique Amboise", "Europe/Paris", 40}},
          .offerings = {{"Dossier patient", applications, kappa, 50, 60, patients},
                        {"Poste de travail", desk, kappa, 100, 40, workplace}},
          .priorities = {45, 170, 520, 265},
          .respond = {15, 60, 60, 60},
          .resolve = {120, 360, 1560, 1560},
          .deliver = 3900,
          .requests = 180,
          .weekend = 62,
          .urgent_always = true};
}

DemoCustomer ardeche_customer() {
  return {.name = "Coopérative du Val d’Ardèche",
          .share = 30,
          .answers = Crew::lyon,
          .crew = Crew::lyon,
          .ordinary = Crew::lyon,
          .sites = {{"Privas", "Europe/Paris", 100}},
          .offerings = {{"Poste de travail", desk, "", 0, 100, workplace}},
          .priorities = usual_priorities,
          .respond = {120, 120, 120, 120},
          .resolve = {480, 480, 2400, 2400},
          .deliver = 4300,
          .requests = 300,
          .weekend = 4,
          .urgent_always = false};
}

DemoCustomer small_customer(Words name, Words city) {
  return {.name = name,
          .share = 10,
          .answers = Crew::lyon,
          .crew = Crew::lyon,
          .ordinary = Crew::lyon,
          .sites = {{city, "Europe/Paris", 100}},
          .offerings = {{"Poste de travail", desk, "", 0, 100, workplace}},
          .priorities = usual_priorities,
          .respond = {240, 240, 240, 240},
          .resolve = {600, 1200, 2700, 2700},
          .deliver = 4300,
          .requests = 280,
          .weekend = 4,
          .urgent_always = false};
}

}  // namespace

const std::vector<DemoCustomer>& demo_customers() {
  static const std::vector<DemoCustomer> customers = [] {
    std::vector<DemoCustomer> all{acme_customer(),     oceane_customer(),  boreal_customer(),
                                  brevigny_customer(), mediane_customer(), ardeche_customer()};
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
