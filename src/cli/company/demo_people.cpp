#include "cli/company/demo_people.h"

#include "usecase/catalogue/service.h"
#include "usecase/identity/account.h"
#include "usecase/people/person.h"
#include "usecase/people/site.h"
#include "usecase/people/team.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

struct Colleague {
  std::string_view reference;
  std::string_view name;
};
constexpr Colleague colleagues[] = {{"k-benali", "Karim Benali"},
                                    {"l-fontaine", "Lucie Fontaine"},
                                    {"t-girard", "Thomas Girard"},
                                    {"n-roussel", "Nadia Roussel"},
                                    {"o-petit", "Olivier Petit"}};

struct DemoTeam {
  std::string_view name;
  std::vector<std::string> members;
};

std::vector<DemoTeam> teams_at_work() {
  return {{"Centre de services", {"technician", "l-fontaine", "o-petit"}},
          {"Réseau", {"technician", "k-benali"}},
          {"Systèmes", {"t-girard"}},
          {"Applications", {"n-roussel", "t-girard"}},
          {"Proximité", {"o-petit"}}};
}

/// As tickets call it, and as people read it.
struct CatalogueEntry {
  std::string_view designation;
  std::string_view en;
  std::string_view fr;
};
constexpr CatalogueEntry named_services[] = {
    {"Poste de travail", "Workstation", "Poste de travail"},
    {"Réseau", "Network", "Réseau"},
    {"ERP", "ERP", "ERP"},
    {"Réservation", "Booking", "Réservation"},
    {"VPN des agences", "VPN of the agencies", "VPN des agences"},
    {"Workplace", "Workplace of Montréal", "Poste de travail de Montréal"},
    {"Claims platform", "Claims platform", "Plateforme des sinistres"},
    {"Postes de la mairie", "Workstations of the town hall", "Postes de la mairie"},
    {"Dossier patient", "Patient record", "Dossier patient"}};

std::vector<std::string> holidays_of(std::string_view zone) {
  if (zone == "Europe/Paris") return {"fr"};
  if (zone == "Indian/Reunion") return {"fr-reunion"};
  return {};
}

}  // namespace

const std::vector<DemoPerson>& demo_people() {
  static const std::vector<DemoPerson> people{
      {UserRole::administrator, "Inès Caradec"}, {UserRole::sdm, "Marc Delaunay"},
      {UserRole::technician, "Yann Le Goff"},    {UserRole::executive, "Hélène Vasseur"},
      {UserRole::finance, "Paul Mercier"},       {UserRole::customer, "Sofia Lambert"},
      {UserRole::auditor, "Agathe Roy"},         {UserRole::integrator, "Passerelle"}};
  return people;
}

std::string email_of(const DemoPerson& person) {
  return std::string{key_of(person.role)} + "@novalys.example";
}

void add_demo_account(const DemoWork& work, const DemoPerson& person, const std::string& digest) {
  const bool is_customer = person.role == UserRole::customer;
  const std::string party = reference_made_of(is_customer ? demo_portal_customer : demo_company);
  GrantView grant{.role = person.role};
  if (is_customer) grant.customer = party;
  demo_done(perform(work.here, demo_program(), Permission::manage_accounts, [&](Desk& desk) {
    return add_account(desk,
                       {.reference = std::string{key_of(person.role)},
                        .name = std::string{person.name},
                        .email = email_of(person),
                        .party = party,
                        .language = SpokenLanguage::fr,
                        .grants = {grant}},
                       digest);
  }));
}

void add_demo_teams(const DemoWork& work) {
  const std::string ours = reference_made_of(demo_company);
  for (const Colleague& colleague : colleagues) {
    demo_done(perform(work.here, demo_program(), Permission::write_people, [&](Desk& desk) {
      return add_person(desk, {.reference = std::string{colleague.reference},
                               .party = ours,
                               .name = std::string{colleague.name},
                               .email = {}});
    }));
  }
  for (const DemoTeam& team : teams_at_work()) {
    demo_done(perform(work.here, demo_program(), Permission::write_parties, [&](Desk& desk) {
      return add_team(desk, {.reference = reference_made_of(team.name),
                             .party = ours,
                             .name = std::string{team.name},
                             .members = team.members});
    }));
  }
}

void add_demo_services(const DemoWork& work) {
  for (const CatalogueEntry& service : named_services) {
    demo_done(perform(work.here, demo_program(), Permission::write_catalogue, [&](Desk& desk) {
      return add_to_catalogue(desk, {.reference = reference_made_of(service.designation),
                                     .name_en = std::string{service.en},
                                     .name_fr = std::string{service.fr},
                                     .designation = std::string{service.designation},
                                     .owner = "sdm"});
    }));
  }
}

void add_demo_sites(const DemoWork& work, const DemoCustomer& customer) {
  for (const DemoSite& site : customer.sites) {
    demo_done(perform(work.here, demo_program(), Permission::write_parties, [&](Desk& desk) {
      return add_site(desk, work.shelf,
                      {.reference = reference_made_of(site.name),
                       .customer = reference_made_of(customer.name),
                       .name = std::string{site.name},
                       .zone = std::string{site.zone},
                       .holidays = holidays_of(site.zone)});
    }));
  }
}

}  // namespace vigie
