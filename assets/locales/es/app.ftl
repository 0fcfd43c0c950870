# El marco: lugares, menú, primera página, ajustes.
app = Daymark
place-today = Hoy
place-days = Días
place-trends = Tendencias
place-visit = Consulta
place-settings = Ajustes
places = Secciones

menu-file = Archivo
menu-edit = Editar
menu-go = Ir
menu-help = Ayuda
menu-export-pdf = Guardar la página como PDF
menu-export-csv = Guardar todo como CSV
menu-lock = Cerrar el diario
menu-quit = Salir
menu-undo = Deshacer
menu-redo = Rehacer
menu-support-now = Ayuda ahora
menu-help-open = Qué hacen las teclas

first-title = Te damos la bienvenida a Daymark
first-lead = Un diario para tus días, en este equipo. Unas pocas respuestas al día se convierten en una página que puedes llevar a tu consulta.
first-here = Nada sale de este equipo si no guardas tú una página o una copia. No hay cuenta ni conexión a internet.
first-locked = Lo que escribes está cifrado, aquí y en cada copia.
first-not-device = Daymark no es un dispositivo médico. Anota, cuenta y dibuja; lo que significa lo ves con quien te atiende.
first-country = Tu país
first-country-hint = Para los números de emergencia, cuánto alcohol es una bebida estándar y el tamaño del papel.
first-begin = Empezar
first-lock-title = ¿Una contraseña para tu diario?
first-lock-lead = Con ella, tu diario solo se abre para quien la sabe. Sin ella, se abre para cualquiera que use tu usuario en este equipo, o que tenga una copia de la carpeta del diario. Puedes cambiarlo cuando quieras.
first-without = Empezar sin contraseña
first-with = Usar una contraseña
first-sheet-needed = Guarda primero la hoja: sin ella, si olvidas la contraseña el diario quedaría cerrado para siempre.
first-sheet-title = Una hoja para guardar
first-sheet-lead = Esta hoja de recuperación abre tu diario si pierdes la contraseña o este equipo. Imprímela, guárdala con tus papeles importantes y borra después el archivo.
first-sheet-later = Puede esperar hasta que tengas fuerzas: en los ajustes se hace otra cuando quieras.
country-other = Otro país

settings-title = Ajustes
settings-language = Idioma
settings-theme = Claro u oscuro
theme-system = Como el sistema
theme-light = Claro
theme-dark = Oscuro
settings-where = Tu diario está en
settings-version = Daymark { $version }. No es un dispositivo médico.

saved = Guardado
saved-at = Guardado { $time }
undone = Deshecho: { $act }
redone = Rehecho: { $act }
nothing-to-undo = No hay nada que deshacer.
nothing-to-redo = No hay nada que rehacer.
undo = Deshacer
redo = Rehacer
close = Cerrar
act-record = anotar { $what }
act-amend = cambiar { $what }
act-remove = quitar { $what }
act-import = añadir anotaciones de un archivo
act-visit = la página para la consulta
act-preference = un ajuste
act-record-many = anotar varias cosas

help-title = Atajos de teclado
help-digits = Responder en la escala seleccionada
help-clear = Quitar la respuesta de una escala
help-arrows = Moverse por una escala o un gráfico
help-enter = Pasar a la pregunta siguiente
help-places = Ir a Hoy, Días, Tendencias, Escalas, Tratamiento, Apoyo, Consulta
help-undo = Deshacer lo último, también después de reiniciar
help-redo = Hacerlo otra vez
help-export = Guardar la página como PDF
help-support = Abrir «Ayuda ahora»
help-find = Buscar en el diario o en los ajustes
help-help = Esta página

stopped-title = Tu diario no está abierto
stopped-kept = No se cambió nada.

place-support = Apoyo
settings-day = Tu día
settings-day-starts = Hora en que termina el día
settings-day-starts-hint = Lo que haces antes de esta hora es todavía del día anterior.
settings-clock = Las horas
clock-24 = 24 horas
clock-12 = am y pm
settings-text = Tamaño del texto
text-percent = { $percent } %
settings-shorten = En un día difícil, mostrar menos automáticamente
settings-late = Contar en los patrones lo escrito más tarde
settings-late-hint = Lo que recuerdas más tarde depende de cómo te sientes en ese momento; por eso no se incluye si no lo pides.
settings-on = Sí
settings-off = No
settings-trackers-open = Abrir los registros
act-make = añadir { $what }
act-tracker = ajustes de { $what }
act-pause = una pausa
act-unpause = quitar una pausa
act-plan = un cambio en tu plan
act-person = una persona en Apoyo
act-unperson = una persona quitada de Apoyo
act-same = igual que el día anterior

locked-title = Tu diario está bloqueado
closed-title = Tu diario está cerrado
unlock-passphrase = Contraseña
unlock-open = Abrir
unlock-opening = Abriendo…
unlock-with-sheet = Tengo mi hoja de recuperación
unlock-with-passphrase = Tengo mi contraseña
unlock-code = Los ocho grupos de tu hoja de recuperación
unlock-code-hint = Los espacios y los guiones dan igual.
help-lock = Cerrar el diario enseguida
repair = Repararlo
repair-lead = Se pone en su lugar la copia intacta más reciente, con todo lo que aún se puede leer del archivo dañado. El archivo dañado se conserva.
repairing = Reparando…
repair-done = Tu diario está reparado
repair-days-title = Días recuperados del archivo dañado
repair-open = Abrirlo
notices = Sobre tu diario
fell-open = Abrirlo otra vez
trail-title = Lo último que hizo Daymark
trail-lead = Para quien arregla Daymark. No contiene nada de lo que escribiste ni nada de tu diario. No se envía a ninguna parte; puedes copiarlo.
settings-sections = Secciones de los ajustes
settings-search = Buscar en los ajustes
settings-found = { $count ->
    [0] Ninguna sección tiene esas palabras.
    [one] Una sección.
   *[other] { $count } secciones.
}
about-title = Acerca de Daymark
about-licence-title = Licencias
about-licence = Daymark es software libre con la licencia pública general Affero de GNU, versión 3 o posterior. Puedes usarlo, estudiarlo, compartirlo y modificarlo. No tiene ninguna garantía.
about-sources = Los cuestionarios y las prácticas indican su fuente y su licencia donde se muestran.
